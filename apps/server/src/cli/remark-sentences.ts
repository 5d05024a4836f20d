import type { RemarkCode } from '@nastavnik/domain/roadmap-reading/check/remark-codes';

/** The remarks as a terminal says them; what is quoted follows the colon. */
const SENTENCES: Record<RemarkCode, string> = {
  'remark.nothing-found': 'Мероприятий не найдено: в документе есть только заголовок таблицы или её нет совсем',
  'remark.title-missing': 'Не найдено название плана',
  'remark.period-unknown': 'Из документа не понять, на какой он период; укажите его',
  'remark.period-assumed': 'Период в документе не назван; сроки прочитаны в предположении',
  'remark.deadline-before-approval': 'Срок кончается раньше, чем утверждён план',
  'remark.agreed-after-approved': 'Согласовано позже, чем утверждено',
  'remark.adopted-after-approved': 'Принято позже, чем утверждено',
  'remark.norm-number': 'Номер документа записан неверно',
  'remark.leftover-year': 'Годы остались от прежнего плана',
  'remark.numbering-gap': 'Пропуск в нумерации',
  'remark.numbering-repeat': 'Номер повторяется',
  'remark.no-responsible': 'Нет ответственного',
  'remark.no-responsible-column': 'В таблице нет ответственных',
  'remark.no-deadline': 'Нет срока',
  'remark.no-deadline-column': 'В таблице нет сроков',
  'remark.no-result': 'Нет результата',
  'remark.no-result-column': 'В таблице нет результатов',
  'remark.consents-after-banks': 'Согласия собирают позже, чем составлена база',
  'remark.year-slip': 'Похоже на описку в годе',
  'remark.deadline-outside-period': 'Срок вне периода плана',
  'remark.deadline-ambiguous': 'Срок можно понять по-разному',
  'remark.deadline-unreadable': 'Срок не понят',
  'remark.deadline-no-such-day': 'Такого дня нет в календаре',
  'remark.deadline-reversed': 'Срок кончается раньше, чем начинается',
  'remark.duplicate-activity': 'Мероприятие повторяется',
  'remark.row-scrambled': 'Строки таблицы перепутаны при распознавании; проверьте, что к чему относится',
  'remark.stage-without-title': 'У этапа нет названия',
  'remark.unknown-column': 'Не понято, что в столбце',
  'remark.second-language': 'Название на втором языке',
  'remark.misspelt-word': 'Похоже на опечатку',
};

export function remarkSentence(code: string): string {
  return isRemarkCode(code) ? SENTENCES[code] : code;
}

function isRemarkCode(code: string): code is RemarkCode {
  return Object.hasOwn(SENTENCES, code);
}
