import { Button, List, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { QRCodeSVG } from 'qrcode.react';
import { type FormEvent, useState } from 'react';
import { sessionQuery } from '../../lib/session.ts';
import { CopyField } from '../../ui/copy-field.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { prepareTotp, stopTotp, WrongSecretError } from './auth.api.ts';
import { useAuthTexts } from './auth-texts.ts';
import { CodeForm } from './code-form.tsx';
import classes from './totp-section.module.css';

/** Turning the second step on: password, QR code and backup codes, first right code; and turning it off. */
export function TotpSection({ on }: { on: boolean }) {
  const say = useAuthTexts();
  const client = useQueryClient();
  const [password, setPassword] = useState('');
  const renewed = async (words: string) => {
    setPassword('');
    prepare.reset();
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
    toldAbout(words);
  };
  const prepare = useMutation({ mutationFn: () => prepareTotp(password) });
  const stop = useMutation({ mutationFn: () => stopTotp(password), onSuccess: () => renewed(say('totp.stopped')) });
  const step = on ? stop : prepare;
  const wrong = step.error instanceof WrongSecretError;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    step.mutate();
  };
  return (
    <Section title={say('totp.title')} lead={say('totp.lead')}>
      <div>
        {on ? (
          <StateBadge tone="done">{say('totp.on')}</StateBadge>
        ) : (
          <StateBadge tone="quiet">{say('totp.off')}</StateBadge>
        )}
      </div>
      {prepare.data && !on ? (
        <Stack gap="md">
          <Text className="measure">{say('totp.scan')}</Text>
          <div className={classes['qr']}>
            <QRCodeSVG value={prepare.data.totpURI} size={200} marginSize={2} title={say('totp.qr')} />
          </div>
          <CopyField label={say('totp.key')} value={secretOf(prepare.data.totpURI)} />
          <Title order={3}>{say('totp.codes')}</Title>
          <Text size="sm">{say('totp.codesHint')}</Text>
          <List className={classes['codes'] ?? ''} listStyleType="none">
            {prepare.data.backupCodes.map((code) => (
              <List.Item key={code}>
                <code>{code}</code>
              </List.Item>
            ))}
          </List>
          <CodeForm onDone={() => void renewed(say('totp.done'))} />
        </Stack>
      ) : (
        <form onSubmit={submit}>
          <Stack gap="sm" maw="26rem">
            <PasswordInput
              label={say('totp.enterPassword')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              value={password}
              error={wrong ? say('security.wrongCurrent') : undefined}
              visibilityToggleButtonProps={{ 'aria-label': say('password.show'), tabIndex: 0 }}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {!wrong && <RefusalMessage error={step.error} />}
            <Button type="submit" variant={on ? 'default' : 'filled'} loading={step.isPending} w="fit-content">
              {say(on ? 'totp.disable' : 'totp.enable')}
            </Button>
          </Stack>
        </form>
      )}
    </Section>
  );
}

function secretOf(uri: string): string {
  return new URL(uri).searchParams.get('secret') ?? '';
}
