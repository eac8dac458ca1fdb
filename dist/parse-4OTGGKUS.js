import {
  findDatabase,
  parseSource,
  parseTypes
} from "./chunk-C3IBBNQF.js";
import "./chunk-CC5WXE67.js";
import "./chunk-VUI2CUCY.js";
export {
  findDatabase,
  parseSource,
  parseTypes
};
