/** The bytes at the beginning of a file that are enough to recognise a pack, a zip, a PDF and the like. */
export const headBytes = 64;
/** Where the name of a zip's first member begins; the text of an uncompressed member follows it. */
export const firstMemberName = 30;
