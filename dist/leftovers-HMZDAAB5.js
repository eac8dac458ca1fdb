import {
  breakOff,
  brokenOff,
  killAtExit,
  removeAtExit,
  removeOnInterrupt
} from "./chunk-474KXQOH.js";
export {
  breakOff,
  brokenOff,
  killAtExit,
  removeAtExit,
  removeOnInterrupt
};
