/**
 * Before each test file: the dice of the property tests. A run of the suite is the same as the one before it;
 * `SIMSPHERE_TEST_SEED=random npm test` throws them anew, and a number repeats what such a run found.
 */
import { configureGlobal } from 'fast-check';

const said = process.env['SIMSPHERE_TEST_SEED'] ?? '20260301';
if (said !== 'random') configureGlobal({ seed: Number(said) });
