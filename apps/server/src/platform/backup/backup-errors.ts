import { StartupError } from '../startup-error.ts';

export const wrongPassphrase = () =>
  new StartupError('backup-passphrase', {
    ru: 'Пароль не подходит к этой копии.',
    en: 'The passphrase does not fit this backup.',
  });

export const passphraseMissing = (variable: string) =>
  new StartupError('backup-passphrase', {
    ru: `Нужен пароль копии: задайте его в переменной ${variable} или запустите команду в терминале, она спросит.`,
    en: `The passphrase of the backup is needed: set it in ${variable}, or run the command in a terminal, which asks for it.`,
  });

export const passphraseShort = (characters: number) =>
  new StartupError('backup-passphrase', {
    ru: `Пароль копии короче ${characters} знаков: выберите длиннее, в копии все данные школы.`,
    en: `The passphrase is shorter than ${characters} characters: choose a longer one, all data of the school are in the backup.`,
  });

export const passphrasesDiffer = () =>
  new StartupError('backup-passphrase', {
    ru: 'Пароли не совпали: запустите команду ещё раз.',
    en: 'The two passphrases differ: run the command again.',
  });

export const backupForeign = () =>
  new StartupError('backup-foreign', {
    ru: 'Это не резервная копия «Наставника».',
    en: 'This file is not a backup of Nastavnik.',
  });

export const backupDamaged = (cause?: unknown) =>
  new StartupError(
    'backup-damaged',
    {
      ru: 'Файл копии повреждён или обрезан: возьмите другую копию.',
      en: 'The backup file is damaged or cut off: take another one.',
    },
    { cause },
  );

export const backupFormatNewer = () =>
  new StartupError('backup-newer', {
    ru: 'Копия сделана более новой версией программы: обновите программу и повторите.',
    en: 'The backup was made by a newer version of the program: upgrade the program and try again.',
  });

export const backupUnknownSchema = (migration: string) =>
  new StartupError('backup-newer', {
    ru: `Копия сделана более новой или другой версией программы (этой не знакомо изменение базы ${migration}): обновите программу и повторите.`,
    en: `The backup was made by a newer or another version of the program (this one does not know ${migration}): upgrade the program and try again.`,
  });

export const folderNotEmpty = (folder: string) =>
  new StartupError('backup-not-empty', {
    ru: `Папка данных «${folder}» не пуста: копия восстанавливается только в пустую. Укажите другую: --data ПАПКА.`,
    en: `The data folder "${folder}" is not empty: a backup is restored into an empty one only. Name another: --data FOLDER.`,
  });

export const databaseNotEmpty = () =>
  new StartupError('backup-not-empty', {
    ru: 'База в DATABASE_URL не пуста: копия восстанавливается только в пустую. Создайте новую базу.',
    en: 'The database in DATABASE_URL is not empty: a backup is restored into an empty one only. Create a new database.',
  });

export const fileExists = (file: string) =>
  new StartupError('backup-file', {
    ru: `Файл «${file}» уже есть: укажите другое имя, прежняя копия остаётся как была.`,
    en: `The file "${file}" is there already: name another one, the former backup stays as it is.`,
  });

export const fileTrouble = (file: string, cause: Error) =>
  new StartupError(
    'backup-file',
    {
      ru: `Файл «${file}» нельзя прочитать или записать: ${cause.message}.`,
      en: `The file "${file}" cannot be read or written: ${cause.message}.`,
    },
    { cause },
  );

export const filesMissing = (count: number) =>
  new StartupError('backup-damaged', {
    ru: `Копия не сделана: в хранилище нет или испорчены файлы, которые названы в базе (${count}).`,
    en: `No backup was made: files that the database names are missing or damaged in the store (${count}).`,
  });
