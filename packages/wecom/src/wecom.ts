import { type WecomClientOptions, createWecomClient } from './client'
import { contactWays } from './contact-ways'
import { externalContacts } from './external-contacts'
import { kfAccounts } from './kf-accounts'
import { kfCustomers } from './kf-customers'
import { kfSend } from './kf-send'
import { kfSessions } from './kf-sessions'
import { kfStatistics } from './kf-statistics'
import { kfSync } from './kf-sync'
import { kfUpgrades } from './kf-upgrades'
import { media } from './media'
import { miniProgram } from './mini-program'
import { signIn } from './sign-in'
import { staffMessages } from './staff-messages'
import { tags } from './tags'
import { users } from './users'
import { welcome } from './welcome'

/**
 * All call families over one client, so that they share its token, quotas and concurrency.
 * Bodies and answers carry WeCom's own field names.
 */
export function createWecom(options: WecomClientOptions) {
  const client = createWecomClient(options)
  return {
    client,
    contactWays: contactWays(client),
    externalContacts: externalContacts(client),
    welcome: welcome(client),
    tags: tags(client),
    kf: {
      accounts: kfAccounts(client),
      customers: kfCustomers(client),
      sessions: kfSessions(client),
      send: kfSend(client),
      sync: kfSync(client),
      statistics: kfStatistics(client),
      upgrades: kfUpgrades(client),
    },
    media: media(client),
    staffMessages: staffMessages(client),
    signIn: signIn(client),
    users: users(client),
    miniProgram: miniProgram(client),
  }
}

export type Wecom = ReturnType<typeof createWecom>
