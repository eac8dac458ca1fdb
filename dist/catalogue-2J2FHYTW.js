import {
  helpPlanner,
  readCatalogue,
  rehearse
} from "./chunk-YBORNPFZ.js";
import "./chunk-6OBVGBDS.js";
export {
  helpPlanner,
  readCatalogue,
  rehearse
};
