import {
  breakOff,
  brokenOff,
  killAtExit,
  removeAtExit,
  removeOnInterrupt
} from "./chunk-HYJR7I6B.js";
export {
  breakOff,
  brokenOff,
  killAtExit,
  removeAtExit,
  removeOnInterrupt
};
