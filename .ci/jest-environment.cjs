// What every test process finds in its environment. The real Supabase CLI runs two hundred times in the tests, for a
// second or two each: without the optimising compiler of its engine, Bun's, which pays only in longer runs, it needs a
// third less of the processor.
module.exports = () => {
  process.env.BUN_JSC_useDFGJIT = '0';
};
