// Tests of Preview mirror its folders.
