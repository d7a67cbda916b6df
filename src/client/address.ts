import { SimError } from '../kernel/errors.ts';

/** The SDK's URL from what a user typed: scheme `https` and path `/sdk` unless said otherwise. */
export function sdkUrl(text: string): URL {
  const full = text.includes('://') ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new SimError('ERR_USAGE', `'${text}' is no URL of a vCenter`, { hint: 'such as https://vc.example.com/sdk' });
  }
  if (url.username !== '' || url.password !== '') {
    throw new SimError('ERR_USAGE', `the URL of ${url.host} carries a user`, {
      hint: 'pass username and password as options of their own',
    });
  }
  if (url.pathname === '/' || url.pathname === '') url.pathname = '/sdk';
  return url;
}
