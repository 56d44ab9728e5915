// Tests of Authoring mirror its folders.
