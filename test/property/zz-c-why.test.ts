import { it } from 'vitest';
import { OPERATIONS } from './storage-operations.ts';
import { StorageScene } from './storage-scene.ts';
it('why', async () => {
  await using scene = await StorageScene.open();
  for (const d of [
  ['createMachine',0,0,1],['createMachine',0,0,0],['write',0,0,1],['makeDirectory',1,0,0],['createDisk',0,0,0],['createDisk',1,1,0],['addDisk',0,0,0],['attachDisk',0,0,1],['firstClass',0,0,0],['firstClassClone',0,0,0],['snapshot',0,1,0],['addDisk',0,0,0],['clone',0,0,0],['relocate',0,0,0],['powerOn',0,0,0],['instantClone',0,0,2]] as any) {
    const [what,a,b,c]=d;
    const before = await scene.picture();
    try { await (OPERATIONS as any)[what]({what,a,b,c,scene,before}); console.log(what,a,b,c,'ok'); }
    catch (e: any) { console.log(what,a,b,c, e.constructor.name, e.message, JSON.stringify(e.fault)); }
  }
  console.log([...(await scene.picture()).files.keys()].join('\n'));
});
