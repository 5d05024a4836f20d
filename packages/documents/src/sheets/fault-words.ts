import type { NameFault } from '@nastavnik/domain/people/person-name';
import type { SnilsFault } from '@nastavnik/domain/people/snils';
import { COLUMNS } from '@nastavnik/domain/people-import/column-words';
import type { ImportField, ImportKind } from '@nastavnik/domain/people-import/import-columns';
import type { CellFault, RowFault } from '@nastavnik/domain/people-import/import-row';
import { printDayCell } from '@nastavnik/domain/people-import/read-day-cell';

const NAME_FAULTS: Record<NameFault, string> = {
  'name.empty': 'имя не заполнено',
  'name.one-part': 'нужны фамилия и имя, а слово одно',
  'name.no-family-name': 'не видно фамилии',
  'name.strange-characters': 'в имени есть знаки, которых в именах не бывает',
  'name.too-many-parts': 'слишком много слов для одного имени',
  'name.initials': 'нужно имя полностью, а не инициалы',
};

const SNILS_FAULTS: Record<SnilsFault, string> = {
  'snils.characters': 'в СНИЛС могут быть только цифры',
  'snils.length': 'в СНИЛС должно быть 11 цифр',
  'snils.zero': 'СНИЛС не может состоять из нулей',
  'snils.checksum': 'контрольные цифры СНИЛС не сходятся, проверьте номер',
};

/** One fault as a sentence for the column «Что исправить», naming the column as the template does. */
export function sayFault(kind: ImportKind, fault: RowFault): string {
  if ('field' in fault) return `${titleOf(kind, fault.field)}: ${sayCell(fault)}.`;
  switch (fault.code) {
    case 'row.twice-in-file':
      return `Этот человек (или эта строка) уже есть в строке ${fault.row}.`;
    case 'row.child-not-found':
      return `Ребёнок «${fault.name}» не найден среди обучающихся.`;
    case 'row.child-ambiguous':
      return `Под этим именем учатся несколько детей (${fault.ids.length}): укажите класс или дату рождения ребёнка.`;
    case 'row.class-teacher-not-found':
      return `Классный руководитель «${fault.name}» не найден среди сотрудников.`;
    case 'row.class-teacher-ambiguous':
      return `Имя классного руководителя подходит нескольким сотрудникам (${fault.ids.length}): напишите его полностью.`;
  }
}

function titleOf(kind: ImportKind, field: ImportField): string {
  return COLUMNS[kind].find((column) => column.field === field)?.title ?? field;
}

function sayCell(fault: CellFault): string {
  switch (fault.code) {
    case 'cell.missing':
      return 'заполните, без этого строку не принять';
    case 'cell.too-long':
      return `сократите до ${fault.limit} знаков`;
    case 'cell.name':
      return NAME_FAULTS[fault.fault];
    case 'cell.date-unreadable':
      return 'не похоже на дату, напишите как 01.02.2012';
    case 'cell.date-impossible':
      return 'такого дня нет в календаре';
    case 'cell.date-in-future':
      return `${printDayCell(fault.date)} ещё не наступило`;
    case 'cell.birth-too-early':
      return `${printDayCell(fault.date)} — слишком давно`;
    case 'cell.age-outside-school':
      return `возраст выходит ${fault.age}, а бывает от ${fault.from} до ${fault.to} лет`;
    case 'cell.class-unreadable':
      return 'не похоже на класс, напишите как 7А';
    case 'cell.class-unknown':
      return fault.known.length === 0
        ? `класса ${fault.className} нет`
        : `класса ${fault.className} нет, есть ${fault.known.join(', ')}`;
    case 'cell.snils':
      return SNILS_FAULTS[fault.fault];
    case 'cell.phone':
      return 'не похоже на номер, напишите один номер как +7 900 123-45-67';
    case 'cell.email':
      return 'не похоже на адрес, напишите один адрес как imya@shkola.ru';
    case 'cell.number':
      return `нужно число от ${fault.from} до ${fault.to}`;
    case 'cell.unknown-word':
      return `непонятное слово, подходят: ${fault.known.join(', ')}`;
  }
}
