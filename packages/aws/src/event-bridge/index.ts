export { putEvents } from "./put-events.js";
