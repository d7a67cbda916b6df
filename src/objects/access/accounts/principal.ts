/** Names of users and groups. vSphere writes them `DOMAIN\name` and takes `name@domain` too; case does not matter. */

export interface PrincipalName {
  readonly domain: string;
  readonly name: string;
}

/** Reads either form; a name without a domain is of the default one. */
export function parsePrincipal(text: string, defaultDomain: string): PrincipalName {
  const back = text.indexOf('\\');
  if (back >= 0) return { domain: text.slice(0, back), name: text.slice(back + 1) };
  const at = text.lastIndexOf('@');
  if (at > 0) return { domain: text.slice(at + 1), name: text.slice(0, at) };
  return { domain: defaultDomain, name: text };
}

/** As sessions, permissions and events show it: `VSPHERE.LOCAL\Administrator`; on ESXi, which has no domain, `root`. */
export function principalText({ domain, name }: PrincipalName): string {
  return domain === '' ? name : `${domain.toUpperCase()}\\${name}`;
}

/** The form in which two names are compared. */
export function principalKey(text: string, defaultDomain: string): string {
  return principalText(parsePrincipal(text, defaultDomain)).toLowerCase();
}
