import type { OfficialDocument } from '@nastavnik/documents/write/official-document';
import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { DemandKind } from '@nastavnik/domain/consents/demands';

/** DOC-35: that the statement was received, on which day, and by when the law wants it done. */
export type Receipt = {
  readonly operator: { readonly name: string; readonly address: string };
  readonly kind: DemandKind;
  readonly person: string;
  readonly askedBy: string | null;
  /** «С-14/2026»; null where no single consent is meant. */
  readonly consent: string | null;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly extendedReason: string | null;
};

const KIND_WORDS: Record<DemandKind, string> = {
  withdrawal: 'отзыв согласия на обработку персональных данных',
  stopProcessing: 'требование прекратить обработку персональных данных',
  stopDissemination: 'требование прекратить распространение персональных данных',
  information: 'запрос сведений об обработке персональных данных',
  correction: 'требование уточнить персональные данные',
  unlawful: 'сообщение о неправомерной обработке персональных данных',
};

/** Words of what follows; a withdrawal is carried out at once, and its day is that of the destruction. */
const DUE_WORDS: Record<DemandKind, string> = {
  withdrawal:
    'Обработка прекращена в день получения. Данные, для хранения которых нет другого основания, будут уничтожены не позднее',
  stopProcessing: 'Срок исполнения — не позднее',
  stopDissemination: 'Публикации школы снимаются сразу. Срок —',
  information: 'Срок ответа — не позднее',
  correction: 'Срок исправления — не позднее',
  unlawful: 'Срок прекращения — не позднее',
};

export function receiptDocument(receipt: Receipt): OfficialDocument {
  const { operator, kind, consent } = receipt;
  const about = consent === null ? KIND_WORDS[kind] : `отзыв согласия № ${consent}`;
  return {
    name: 'Расписка в получении обращения',
    orientation: 'portrait',
    organizations: [{ text: operator.name, language: 'ru' }],
    stamps: [],
    title: ['РАСПИСКА', 'в получении обращения субъекта персональных данных'],
    blocks: [
      { kind: 'paragraph', text: `${operator.name}, ${operator.address}.` },
      { kind: 'paragraph', text: `Получено: ${about}.` },
      { kind: 'paragraph', text: `О ком: ${receipt.person}.` },
      ...(receipt.askedBy ? [{ kind: 'paragraph' as const, text: `От кого: ${receipt.askedBy}.` }] : []),
      { kind: 'paragraph', text: `День получения: ${dayWords(receipt.receivedOn)}.` },
      { kind: 'paragraph', text: `${DUE_WORDS[kind]} ${dayWords(receipt.dueOn)}.` },
      ...(receipt.extendedReason
        ? [{ kind: 'paragraph' as const, text: `Срок продлён: ${receipt.extendedReason}.` }]
        : []),
    ],
    signatures: [{ post: 'Принял', name: null }],
    mark: null,
  };
}

function dayWords(day: PlainDate): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
