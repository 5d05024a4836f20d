import type { StateTone } from '../../ui/palette.ts';
import type { AgreementRequest } from './agreements.api.ts';

export const REQUEST_TONE: Record<AgreementRequest['state'], StateTone> = {
  asked: 'awaiting',
  agreed: 'done',
  returned: 'late',
  withdrawn: 'quiet',
};
