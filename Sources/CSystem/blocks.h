/* What a test says of sixteen bytes, as sixteen bits: one instruction of most processors, which Swift's vectors do not
   reach. */
typedef unsigned char sixteen_bytes __attribute__((ext_vector_type(16)));

/* Bit n is set where byte n is not 0. */
static inline unsigned short bits_of(sixteen_bytes bytes) {
  typedef _Bool sixteen_bits __attribute__((ext_vector_type(16)));
  const sixteen_bits answers = __builtin_convertvector(bytes, sixteen_bits);
  unsigned short bits;
  __builtin_memcpy(&bits, &answers, sizeof bits);
  return bits;
}
