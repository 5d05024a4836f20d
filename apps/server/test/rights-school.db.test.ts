import { walkTests } from './rights-every-call.ts';

walkTests('the school and its plan');
