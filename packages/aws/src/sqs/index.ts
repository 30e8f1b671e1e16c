export { sendMessage } from "./send-message.js";
