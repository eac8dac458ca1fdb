import {
  helpPlanner,
  readCatalogue,
  rehearse
} from "./chunk-Z247NZOL.js";
import "./chunk-K6CUPHRV.js";
export {
  helpPlanner,
  readCatalogue,
  rehearse
};
