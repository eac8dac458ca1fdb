import {
  bringsFunction,
  bringsObject,
  countBrought,
  isKnownExtension
} from "./chunk-RPGCAQ7V.js";
import "./chunk-3W2CHIF6.js";
export {
  bringsFunction,
  bringsObject,
  countBrought,
  isKnownExtension
};
