/** What an ESXi host asks of a password: `min=disabled,disabled,disabled,7,7`, three classes of characters and seven of them. */
const SHORTEST = 7;
const LONGEST = 40;
const FEWEST_CLASSES = 3;

/** Why a password is too weak, in the host's words; undefined for a good one. */
export function weaknessOf(name: string, password: string): string | undefined {
  if (password.length < SHORTEST) return 'too short';
  if (password.length > LONGEST) return 'too long';
  if (password.toLowerCase().includes(name.toLowerCase())) return 'based on personal login information';
  if (classesOf(password) < FEWEST_CLASSES) return 'not enough different characters or classes for this length';
  return undefined;
}

/** A capital at the beginning and a digit at the end are where everybody puts them, and do not count. */
function classesOf(password: string): number {
  const counted = password.replace(/^[A-Z]/, '').replace(/[0-9]$/, '');
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(counted)).length;
}
