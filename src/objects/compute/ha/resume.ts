/** HA after an image came back: whatever was under way goes on. */
import type { Site } from '../../site.ts';
import { resumeBoots } from '../host/host-boot.ts';
import { resumeWatching } from './failing.ts';
import { resumeFailover } from './failover.ts';
import { resumeMonitoring } from './monitoring.ts';
import { resumeStorage } from './storage-loss.ts';

export function resumeHa(site: Site): void {
  resumeBoots(site);
  resumeWatching(site);
  resumeFailover(site);
  resumeMonitoring(site);
  resumeStorage(site);
}
