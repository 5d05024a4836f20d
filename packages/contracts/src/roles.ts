import { ROLES } from '@nastavnik/domain/access/roles';
import { z } from 'zod';

export const role = z.enum(ROLES);
