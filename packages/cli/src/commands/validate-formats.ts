/** How `treadle validate` can print what it finds. */
export const validateFormats = ["text", "json", "sarif"] as const;
