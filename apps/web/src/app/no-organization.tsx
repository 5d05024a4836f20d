import { Button, Container } from '@mantine/core';
import { signOut } from '../lib/sign-out.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconOrganization } from '../ui/icons.ts';
import { useAppTexts } from './app-texts.ts';

/** Somebody with an account whom no organisation has at the moment. */
export function NoOrganization() {
  const say = useAppTexts();
  return (
    <Container size="sm" py="xl" component="main">
      <EmptyState
        alone
        icon={IconOrganization}
        title={say('organization.none.title')}
        action={
          <Button variant="default" onClick={() => void signOut('here')}>
            {say('account.signOut')}
          </Button>
        }
      >
        {say('organization.none.text')}
      </EmptyState>
    </Container>
  );
}
