export { invokeModel } from "./invoke-model.js";
