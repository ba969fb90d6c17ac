/** Mistakes with backups: of where they are, and of what is in them. */
export const backupRefusals = {
  'backup-inside': [
    400,
    (of: { folder: string; outer: string }) =>
      `The folder ${of.folder} lies in ${of.outer}, or is it, so that both would be lost together. Name a folder elsewhere, best on another disk.`,
  ],
  'backup-foreign': [
    409,
    (of: { folder: string }) =>
      `The folder ${of.folder} is not empty and is no backup of Plumbline, so nothing is written there. Name an empty folder, or one that is not there yet.`,
  ],
  'backup-of-other': [
    409,
    (of: { folder: string; record: string }) =>
      `The backup ${of.folder} has a batch that this data folder has not (${of.record}): it is the backup of other data. Name another folder.`,
  ],
  'backup-none': [404, (of: { folder: string }) => `There is no backup of Plumbline in ${of.folder}.`],
  'backup-damaged': [
    409,
    (of: { folder: string; file: string }) =>
      `The file ${of.file} of the backup ${of.folder} is damaged. Restore from it, or make a new backup in an empty folder.`,
  ],
  'backup-newer': [
    409,
    (of: { folder: string }) =>
      `The backup ${of.folder} was made by a newer version of Plumbline than this one. Install that version first.`,
  ],
  'backup-disk-full': [
    507,
    (of: { folder: string }) =>
      `There is no room left on the disk of ${of.folder}. What was there before is as good as it was; make room, and run the command again: it goes on where it stopped.`,
  ],
  'backup-unwritable': [
    403,
    (of: { folder: string }) =>
      `The folder ${of.folder} cannot be written to. What was there before is as good as it was.`,
  ],
  'backup-busy': [
    409,
    (of: { folder: string; owner: string }) =>
      `The folder ${of.folder} is in use by ${of.owner}. Wait until that is done, or stop it.`,
  ],
  'folder-is-file': [400, (of: { folder: string }) => `${of.folder} is a file. Name a folder.`],
  'data-folder-is-backup': [
    409,
    (of: { folder: string }) =>
      `The folder ${of.folder} is a backup, which is left as it is. 'plumbline restore ${of.folder} --data FOLDER' makes a data folder from it.`,
  ],
  'restore-not-empty': [
    409,
    (of: { folder: string }) =>
      `The folder ${of.folder} is not empty, and restoring never overwrites anything. Name an empty folder, or one that is not there yet.`,
  ],
} as const
