/** Names told by a pattern of `*` and `?`. */

/** `*` stands for any text, `?` for one character. Never worse than the product of both lengths. */
export function fitsGlob(glob: string, text: string): boolean {
  let star = -1;
  let retry = 0;
  let i = 0;
  for (let j = 0; j < text.length; ) {
    if (glob[i] === '*') {
      star = i++;
      retry = j;
    } else if (i < glob.length && (glob[i] === '?' || glob[i] === text[j])) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++retry;
    } else return false;
  }
  while (glob[i] === '*') i++;
  return i === glob.length;
}

/** The same, whatever the case. */
export function fitsName(glob: string, text: string): boolean {
  return fitsGlob(glob.toLowerCase(), text.toLowerCase());
}
