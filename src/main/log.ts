import { app } from 'electron';
import electronLog from 'electron-log/main';
import { join } from 'node:path';

/** The log file (logs/main.log in the app's data folder). It names codes and counts; never a text, never a path. */
export const log = electronLog;

/** Writes to the file from here on; what nobody caught goes there, too, without a dialog. */
export function startLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs/main.log');
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1_000_000;
  log.transports.console.level = false;
  log.errorHandler.startCatching({ showDialog: false });
}
