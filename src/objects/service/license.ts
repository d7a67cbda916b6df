/** Licence keys: five groups of five. No product is behind any of them; what one reads like is what it is taken for. */
import type { LicenseManagerLicenseInfo } from '../../vim25/generated/index.ts';

const KEY = /^[0-9A-Z]{5}(-[0-9A-Z]{5}){4}$/;

/** What a fresh server runs on. */
export const EVALUATION: LicenseManagerLicenseInfo = Object.freeze({
  licenseKey: '00000-00000-00000-00000-00000',
  editionKey: 'eval',
  name: 'Evaluation Mode',
  total: 0,
  used: 0,
  costUnit: '',
});

export function isLicenseKey(key: string): boolean {
  return KEY.test(key);
}

/** What a key is good for; one that is no key says so in its properties, as vCenter answers it. */
export function decodeLicense(licenseKey: string): LicenseManagerLicenseInfo {
  if (licenseKey === EVALUATION.licenseKey) return EVALUATION;
  if (!isLicenseKey(licenseKey)) {
    const diagnostic = 'License is not valid for this product';
    const properties = [
      { key: 'diagnostic', value: diagnostic },
      {
        key: 'localizedDiagnostic',
        value: { _typeName: 'LocalizableMessage', key: 'com.vmware.vim.vc.license.error.invalid', message: diagnostic },
      },
    ];
    return { licenseKey, editionKey: '', name: '', total: 0, costUnit: '', properties };
  }
  const properties = [
    { key: 'ProductName', value: 'VMware ESX Server' },
    { key: 'ProductVersion', value: '8.0' },
  ];
  const name = 'VMware vSphere 8 Enterprise Plus';
  return {
    licenseKey,
    editionKey: 'esx.enterprisePlus.cpuPackage',
    name,
    total: 32,
    used: 0,
    costUnit: 'cpuPackage',
    properties,
  };
}
