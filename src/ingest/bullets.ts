/** Signs that begin an item of a list, for a class of a regular expression; they begin nothing else. */
export const bulletSigns = "•▪■●◦‣►";
