import { walkTests } from './rights-every-call.ts';

walkTests('participants and consents');
