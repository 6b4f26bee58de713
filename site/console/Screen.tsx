import { useEffect, useRef } from 'preact/hooks'
import { AccountPage } from './account/AccountPage.tsx'
import { AccountsPage } from './accounts/AccountsPage.tsx'
import { AuditLogPage } from './audit/AuditLogPage.tsx'
import { FeedbackPage } from './feedback/FeedbackPage.tsx'
import { KeyPage } from './keys/KeyPage.tsx'
import { KeysPage } from './keys/KeysPage.tsx'
import { NewKeyPage } from './keys/NewKeyPage.tsx'
import { MailsPage } from './mails/MailsPage.tsx'
import { RefusedMessagePage } from './refused/RefusedMessagePage.tsx'
import { RefusedMessagesPage } from './refused/RefusedMessagesPage.tsx'
import { noFilter, writeRoute } from './routes.ts'
import type { Navigation } from './state/use-route.ts'
import { RequestsPage } from './requests/RequestsPage.tsx'
import { SearchesPage } from './searches/SearchesPage.tsx'
import { SurveysPage } from './surveys/SurveysPage.tsx'
import { PageHead } from './ui/PageHead.tsx'

interface ScreenProps {
  navigation: Navigation
  /** True where the form to sign in was here before, and had the focus. */
  signedInHere: boolean
}

/** The page that the address names. */
export const Screen = ({ navigation, signedInHere }: ScreenProps) => {
  const { route } = navigation
  const moved = useRef(signedInHere)
  const takeFocus = moved.current
  useEffect(() => {
    moved.current = true
  }, [])

  switch (route.page) {
    case 'accounts':
      return <AccountsPage filter={route.filter} navigation={navigation} takeFocus={takeFocus} />
    case 'account':
      return <AccountPage key={route.id} id={route.id} takeFocus={takeFocus} />
    case 'surveys':
      return <SurveysPage takeFocus={takeFocus} />
    case 'feedback':
      return <FeedbackPage takeFocus={takeFocus} />
    case 'requests':
      return <RequestsPage filter={route.filter} navigation={navigation} takeFocus={takeFocus} />
    case 'searches':
      return <SearchesPage filter={route.filter} navigation={navigation} takeFocus={takeFocus} />
    case 'keys':
      return <KeysPage takeFocus={takeFocus} />
    case 'new-key':
      return <NewKeyPage takeFocus={takeFocus} />
    case 'key':
      return <KeyPage key={route.id} id={route.id} takeFocus={takeFocus} />
    case 'refused-messages':
      return <RefusedMessagesPage filter={route.filter} navigation={navigation} takeFocus={takeFocus} />
    case 'refused-message':
      return <RefusedMessagePage key={route.id} id={route.id} takeFocus={takeFocus} />
    case 'mails':
      return <MailsPage filter={route.filter} navigation={navigation} takeFocus={takeFocus} />
    case 'audit-log':
      return <AuditLogPage filter={route.filter} navigation={navigation} takeFocus={takeFocus} />
    case 'unknown':
      return (
        <PageHead
          title="There is no such page"
          takeFocus={takeFocus}
          lead={<a href={writeRoute({ page: 'accounts', filter: noFilter })}>Go to your accounts</a>}
        />
      )
  }
}
