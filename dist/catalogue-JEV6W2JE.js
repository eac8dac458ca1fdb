import {
  helpPlanner,
  readCatalogue,
  rehearse
} from "./chunk-CNAWOXJJ.js";
import "./chunk-AR52U7LN.js";
export {
  helpPlanner,
  readCatalogue,
  rehearse
};
