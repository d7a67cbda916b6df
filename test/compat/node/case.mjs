// Cases as sentences in JavaScript: `run({ 'a sentence': async () => { ... } })` prints a line for each.

/** Runs the cases one after the other; COMPAT_ONLY is matched by the runner's rules. */
export async function run(file, cases) {
  const only = new RegExp(process.env.COMPAT_ONLY || '.', 'i');
  let failed = 0;
  for (const [sentence, act] of Object.entries(cases)) {
    if (!only.test(`${file}: ${sentence}`)) continue;
    try {
      await act();
      console.log(`ok ${sentence}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${sentence}\n  ${String(error.stack ?? error).replaceAll('\n', '\n  ')}`);
    }
  }
  process.exit(failed > 0 ? 1 : 0);
}
