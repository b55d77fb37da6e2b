// Read before anything else by every Node process of `npm test`: portals, commands, workers of tests, all of which end soon. V8 makes what runs
// often fast, on threads of its own, which pays for a server of days; here it was up to a third of the processor time. So JavaScript is made
// fast later than usual (after 1,000,000 bytes of bytecode in place of 67,584), and WebAssembly, which is the embedded database, is compiled
// once and plainly. What programs do stays the same.
const { setFlagsFromString } = require('node:v8');

setFlagsFromString('--interrupt-budget=1000000');
setFlagsFromString('--liftoff-only');
