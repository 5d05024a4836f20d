import { Button } from '@mantine/core';
import type { SessionAnswer } from '@nastavnik/contracts/session';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { ask } from '../../lib/api/api.ts';
import { timeInWords } from '../../lib/dates/dates.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconEye } from '../../ui/icons.ts';
import { toldRefusal } from '../../ui/toast.tsx';
import { useAppTexts } from '../app-texts.ts';
import classes from './looking-banner.module.css';

/** Stands on every page while an administrator looks through somebody's eyes, and ends it. */
export function LookingBanner({ looking }: { looking: NonNullable<SessionAnswer['impersonation']> }) {
  const say = useAppTexts();
  const language = useLanguage();
  const end = useMutation({
    mutationFn: () => ask('POST', '/impersonation/end', z.null()),
    // Everything on the screen was seen with other eyes, so the page starts anew.
    onSuccess: () => globalThis.location.assign('/people'),
    onError: toldRefusal,
  });
  return (
    <div role="status" className={classes['banner']}>
      <IconEye size={22} aria-hidden />
      <span>{say('looking.is', { name: looking.name, time: timeInWords(looking.endsAt, language) })}</span>
      <Button size="xs" loading={end.isPending} onClick={() => end.mutate()}>
        {say('looking.end')}
      </Button>
    </div>
  );
}
