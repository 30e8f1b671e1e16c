export { partition, placeholdersIn, placeholderText } from "@treadle/workflow";
