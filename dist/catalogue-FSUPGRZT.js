import {
  helpPlanner,
  readCatalogue,
  rehearse
} from "./chunk-NWXQEBIY.js";
import "./chunk-6OBVGBDS.js";
export {
  helpPlanner,
  readCatalogue,
  rehearse
};
