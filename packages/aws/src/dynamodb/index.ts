export { deleteItem, getItem, putItem, updateItem } from "./items.js";
