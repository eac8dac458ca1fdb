import {
  findDatabase,
  parseSource,
  parseTypes
} from "./chunk-IYGN3DMX.js";
import "./chunk-CC5WXE67.js";
import "./chunk-DUT2HOCF.js";
export {
  findDatabase,
  parseSource,
  parseTypes
};
