# Writes the bytes of a file as the elements of an array of char, for whatever object format there is:
#   cmake -DFROM=current.rates -DTO=current.inc -P embedded_array.cmake     'a' as '\x61',
file(READ "${FROM}" bytes HEX)
string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
file(WRITE "${TO}" "${bytes}\n")
