/** What waits for a machine to go off, or to come on again. */
import { describe, expect, it } from 'vitest';
import { Stage } from './history-stage.ts';
import { Updates } from './updates.ts';

const INSTALL = 'config.vAppConfig.installBootRequired';

describe('the boot that finishes an installation', () => {
  it('is over once the machine is off again', async () => {
    await using stage = await Stage.set();
    const { ep, web } = stage;
    await stage.reconfigure({ vAppConfig: { installBootRequired: true } });
    await using updates = await Updates.of(ep, web, [INSTALL, 'summary.config.installBootRequired']);
    await ep.run(web, 'PowerOnVM_Task');
    expect(await ep.read(web, INSTALL)).toBe(true);
    await ep.run(web, 'PowerOffVM_Task');
    expect(await updates.next()).toEqual({ [INSTALL]: false, 'summary.config.installBootRequired': false });
  });
});

describe('an upgrade that waits for the guest to come to rest', () => {
  const soft = { scheduledHardwareUpgradeInfo: { upgradePolicy: 'onSoftPowerOff', versionKey: 'vmx-19' } };

  it('is not done after the machine was switched off', async () => {
    await using stage = await Stage.set();
    const { ep, db } = stage;
    await stage.reconfigure(soft, db);
    await ep.run(db, 'PowerOffVM_Task');
    await ep.run(db, 'PowerOnVM_Task');
    expect(await ep.read(db, 'config.version')).toBe('vmx-15');
    expect(await ep.read(db, 'config.scheduledHardwareUpgradeInfo.scheduledHardwareUpgradeStatus')).toBe('pending');
  });

  it('is done when it starts after its guest was shut down', async () => {
    await using stage = await Stage.set();
    const { ep, db } = stage;
    await stage.reconfigure(soft, db);
    await ep.call(db, 'ShutdownGuest');
    expect(await ep.read(db, 'config.version')).toBe('vmx-15');
    await using updates = await Updates.of(ep, db, ['config.version']);
    await ep.run(db, 'PowerOnVM_Task');
    expect(await updates.next()).toEqual({ 'config.version': 'vmx-19' });
    expect(await ep.read(db, 'config.scheduledHardwareUpgradeInfo')).toMatchObject({
      upgradePolicy: 'onSoftPowerOff',
      scheduledHardwareUpgradeStatus: 'success',
    });
  });
});
