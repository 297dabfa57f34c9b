import { demo } from '../demo'
import { faultSchemas } from '../faults'
import type { Sandbox } from '../sandbox'
import { switchSchemas } from '../switches'
import { refusals } from '../vendor/call-tally'
import { qrCodeUrl } from '../wecom/contact-way'
import { clockFacts } from './clock-facts'

/** What the portal shows of the whole: clock, followers, knobs, switches, and whom and what there is to act with. */
export function stateView(sandbox: Sandbox): object {
  const { world, presence } = sandbox
  const nameOf = (userid: string): string => world.members.find((one) => one.userid === userid)?.name ?? userid
  return {
    clock: clockFacts(sandbox),
    followers: world.followers.map((one) => ({ url: one.url, present: presence.of(one.url) })),
    corp: {
      name: demo.corp.name,
      corpid: demo.corp.corpid,
      agentid: demo.corp.agentid,
      agentName: demo.corp.agentName,
    },
    miniPrograms: Object.entries(demo.miniPrograms).map(([key, { appid, name }]) => ({
      key,
      appid,
      name,
      url: sandbox.appUrls[key as keyof typeof demo.miniPrograms],
    })),
    users: world.users.map(({ key, name, gender }) => ({ key, name, gender })),
    members: world.members.map(({ userid, name, position, inScope }) => ({ userid, name, position, inScope })),
    kfAccounts: world.kfAccounts
      .filter((one) => !one.deleted)
      .map(({ openKfid, name, servicers }) => ({ openKfid, name, servicers })),
    contactWays: world.contactWays.map((way) => ({
      configId: way.configId,
      qrCode: qrCodeUrl('', way),
      state: way.state,
      remark: way.remark,
      userids: way.users,
      memberNames: way.users.map(nameOf),
    })),
    templates: world.templates,
    callbackUrl: world.callbackUrl,
    messagePushUrls: world.messagePushUrls,
    trustedDomains: world.trustedDomains,
    calls: Object.entries(world.tallies).map(([api, tally]) => ({ api, ...tally })),
    refusals: refusals(world.tallies),
    faults: world.faults,
    knobs: Object.keys(faultSchemas),
    switches: Object.entries(switchSchemas).map(([name, schema]) => ({
      name,
      value: world.switches[name as keyof typeof world.switches],
      options: schema.unwrap().options,
    })),
    pushes: world.pushes
      .slice(-50)
      .map(({ id, event, outcome, tries, dueAt }) => ({ id, event, outcome, dueAt, tries })),
  }
}
