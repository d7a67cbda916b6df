/**
 * EVC modes: generations of processors that hosts can be held to, so that machines may move between newer and older ones.
 * Each has what the one before it has, and some more.
 */
import type { EVCMode } from '../../../vim25/generated/index.ts';

export interface Generation {
  readonly key: string;
  readonly vendor: 'intel' | 'amd';
  readonly tier: number;
  readonly label: string;
  /** Features that it has and the one before it has not, as `cpuid.` names them. */
  readonly features: readonly string[];
}

type Row = readonly [key: string, name: string, features: string];

const INTEL: readonly Row[] = [
  ['merom', 'Merom', 'CMPXCHG16B LM MWAIT NX SSE3 SSSE3'],
  ['penryn', 'Penryn', 'SSE41'],
  ['nehalem', 'Nehalem', 'POPCNT RDTSCP SSE42'],
  ['westmere', 'Westmere', 'AES PCLMULQDQ'],
  ['sandybridge', 'Sandy Bridge', 'AVX XSAVE'],
  ['ivybridge', 'Ivy Bridge', 'ENFSTRG F16C FSGSBASE RDRAND SMEP'],
  ['haswell', 'Haswell', 'ABM AVX2 BMI1 BMI2 FMA INVPCID MOVBE'],
  ['broadwell', 'Broadwell', '3DNOWPREFETCH ADX RDSEED SMAP'],
  ['skylake', 'Skylake', 'AVX512BW AVX512CD AVX512DQ AVX512F AVX512VL CLFLUSHOPT CLWB PKU XSAVES'],
  ['cascadelake', 'Cascade Lake', 'AVX512VNNI'],
  ['icelake', 'Ice Lake', 'AVX512VBMI AVX512VBMI2 GFNI SHA VAES VPCLMULQDQ'],
  ['sapphirerapids', 'Sapphire Rapids', 'AMX_BF16 AMX_INT8 AMX_TILE AVX512FP16 MOVDIRI'],
];

const AMD: readonly Row[] = [
  ['rev-e', 'Opteron Generation 1', 'CMPXCHG16B LM NX SSE3'],
  ['rev-f', 'Opteron Generation 2', 'RDTSCP'],
  ['greyhound-no3dnow', 'Opteron Gen. 3 (no 3DNow!)', 'ABM POPCNT SSE4A'],
  ['greyhound', 'Opteron Generation 3', '3DNOW 3DNOWPLUS'],
  ['bulldozer', 'Opteron Generation 4', 'AES AVX FMA4 PCLMULQDQ SSE41 SSE42 SSSE3 XOP XSAVE'],
  ['piledriver', 'Opteron "Piledriver" Generation', 'BMI1 F16C FMA TBM'],
  ['steamroller', 'Opteron "Steamroller" Generation', 'FSGSBASE'],
  ['zen', '"Zen" Generation', 'ADX AVX2 BMI2 MOVBE RDRAND RDSEED SHA SMAP SMEP'],
  ['zen2', '"Zen 2" Generation', 'CLWB RDPID UMIP'],
  ['zen3', '"Zen 3" Generation', 'INVPCID PKU VAES VPCLMULQDQ'],
  ['zen4', '"Zen 4" Generation', 'AVX512BW AVX512CD AVX512DQ AVX512F AVX512VL AVX512VNNI GFNI'],
];

function generations(vendor: Generation['vendor'], rows: readonly Row[]): Generation[] {
  return rows.map(([key, name, features], i) => ({
    key: `${vendor}-${key}`,
    vendor,
    tier: i + 1,
    label: vendor === 'intel' ? `Intel® "${name}" Generation` : `AMD ${name}`,
    features: features.split(' '),
  }));
}

export const GENERATIONS: readonly Generation[] = Object.freeze([
  ...generations('intel', INTEL),
  ...generations('amd', AMD),
]);

export function generationOf(key: string | undefined): Generation | undefined {
  return GENERATIONS.find((g) => g.key === key);
}

/** Whether processors of `mine` have all that `asked` has; generations of two vendors have nothing in common. */
export function includes(mine: string, asked: string): boolean {
  const [a, b] = [generationOf(mine), generationOf(asked)];
  return mine === asked || (a !== undefined && b !== undefined && a.vendor === b.vendor && a.tier >= b.tier);
}

/** A generation and those before it. */
function upTo({ vendor, tier }: Generation): Generation[] {
  return GENERATIONS.filter((g) => g.vendor === vendor && g.tier <= tier);
}

/** Everything a generation has, in the order of names: `cpuid.AES`. */
export function featuresOf(generation: Generation): string[] {
  return upTo(generation)
    .flatMap((g) => g.features)
    .sort()
    .map((name) => `cpuid.${name}`);
}

/** A generation as the API tells of it. */
export function evcMode(generation: Generation): EVCMode {
  const features = featuresOf(generation);
  return {
    _typeName: 'EVCMode',
    key: generation.key,
    label: generation.label,
    summary: `Applies the baseline feature set of ${generation.label} processors to all hosts in the cluster.`,
    guaranteedCPUFeatures: [],
    ...featureLists(features),
    vendor: generation.vendor,
    track: upTo(generation).map((g) => g.key),
    vendorTier: generation.tier,
  } as EVCMode;
}

/** What hosts show, what they hide and what machines ask, feature by feature. */
export function featureLists(
  features: readonly string[],
): Pick<EVCMode, 'featureCapability' | 'featureMask' | 'featureRequirement'> {
  return {
    featureCapability: features.map((key) => ({ key, featureName: key, value: '1' })),
    featureMask: features.map((key) => ({ key, featureName: key, value: 'Val:1' })),
    featureRequirement: features.map((key) => ({ key, featureName: key, value: 'Bool:Min:1' })),
  };
}
