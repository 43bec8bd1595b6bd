import { BackupsShown } from '@shouwen/contract/backups';
import type { House } from '../app/house.ts';
import type { BackupPlan } from './back-up-daily.ts';
import { backupsShown } from './backups.queries.ts';

/** How the installation's backups stand; they are set by whoever runs the server. */
export function backupRoutes(house: House, plan: BackupPlan | undefined): void {
  house.get('/backups', { config: { audience: 'see_backups' }, schema: { response: { 200: BackupsShown } } }, (request) =>
    house.read(request, (tx, by) => backupsShown(tx, by.companyId, plan)));
}
