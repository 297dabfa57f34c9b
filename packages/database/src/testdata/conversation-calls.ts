import { any, at, lease } from './call'
import type { Calls } from './call'

const farAhead = '2027-06-01T00:00:00.000Z'

/** Every method of the repositories that conversations are made of. */
export const conversationCalls: Calls = {
  conversations: {
    byId: (of) => of.byId('c1'),
    byIds: (of) => of.byIds(['c1', 'c2']),
    ofPatient: (of) => of.ofPatient('p1'),
    ofPatients: (of) => of.ofPatients(['p1', 'p2']),
    idsOfParticipant: (of) => of.idsOfParticipant('doctor1'),
    countWaiting: (of) => of.countWaiting('g1'),
    open: (of) => of.open({ _id: 'c1', patientId: 'p1', programmeId: 'g1' }),
    setKf: (of) => of.setKf('c1', 'wk', 'wm'),
    patientWrote: (of) => of.patientWrote('c1', at),
    reserve: (of) => of.reserve('c2', 'm', at, 'ordinary'),
    release: (of) => of.release('c1', 'm'),
    closeWindow: (of) => of.closeWindow('c1', at),
    setClient: (of) => of.setClient('c1', { userid: 'lin', since: at }),
    wait: async (of) => {
      for (const urgent of [false, true])
        await of.wait('c1', { handOverId: 'h1', at, because: 'asked', urgent, waitingFor: 'x', assignedTo: 'doctor1' })
    },
    take: (of) => of.take('c1', 'doctor1', at, 'h1'),
    replied: (of) => of.replied('c1', 'doctor1', at, 'h1'),
    assign: (of) => of.assign('c1', 'doctor1'),
    giveBack: (of) => of.giveBack('c1', 'h1'),
    addParticipants: (of) => of.addParticipants('c1', ['doctor1']),
    setLabels: (of) => of.setLabels('c1', ['x']),
    snooze: (of) => of.snooze('c1', null),
    wakeSnoozed: (of) => of.wakeSnoozed(farAhead, 20),
    nextSnoozeEnd: (of) => of.nextSnoozeEnd(),
    inbox: async (of) => {
      const scopes = [{ participant: 'doctor1' }, { programmeIds: ['g1'] }, { programmeIds: ['g1', 'g2', 'g3'] }]
      const narrowed = [{}, { label: '催药' }, { ids: ['c1', 'c21'] }]
      for (const scope of scopes)
        for (const filter of ['waiting', 'mine', 'unassigned', 'snoozed', 'all'] as const)
          for (const more of narrowed)
            await of.inbox({ scope, filter, staffId: 'doctor1', skip: 0, limit: 50, ...more })
    },
    inboxCounts: async (of) => {
      await of.inboxCounts({ participant: 'doctor1' }, 'doctor1')
      await of.inboxCounts({ programmeIds: ['g1', 'g2'] }, 'doctor1')
    },
    labelsInUse: async (of) => {
      await of.labelsInUse({ participant: 'doctor1' })
      await of.labelsInUse({ programmeIds: ['g1', 'g2'] })
    },
    openByAssignee: (of) => of.openByAssignee(['doctor7', 'doctor57']),
    named: (of) => of.named('一丁', 50),
    setName: (of) => of.setName('c1', '李梅'),
    recalled: (of) => of.recalled('c1', 'm1', 'x'),
    said: (of) => of.said('c1', { at, messageId: 'm1', author: { kind: 'patient', name: '李梅' }, text: 'x' }),
    patientSaid: (of) => of.patientSaid('c1', at, 'kf', ['doctor1', 'nurse1']),
    readByStaff: (of) => of.readByStaff('c1', 'doctor1', at),
    readByPatient: (of) => of.readByPatient('c1', at),
    touch: (of) => of.touch('c1'),
  },
  escalations: {
    byId: (of) => of.byId('es1'),
    byTask: (of) => of.byTask('task1'),
    adopt: (of) => of.adopt('none', 'c1', 'p1'),
    ofConversation: (of) => of.ofConversation('c1', 5),
    begin: (of) =>
      of.begin({
        _id: 'new',
        kind: 'hand-over',
        subject: { conversationId: 'c1', handOverId: 'h1', patientId: 'p1', programmeId: 'g1' },
        ladder: 'conversation',
        urgency: 'ordinary',
        startedAt: at,
      }),
    claim: (of) => of.claim('2025-01-01T00:00:00.000Z', 1, 1, 'token'),
    trying: (of) => of.trying(any(lease), any({ taskId: 'new' })),
    settle: (of) => of.settle('es1', 'task1', { state: 'sent', responseCode: null, why: null }),
    acknowledge: (of) => of.acknowledge('es1', 'doctor1', at),
    end: (of) => of.end('es1', at),
    finish: (of) => of.finish(any(lease), null),
    cardsDone: (of) => of.cardsDone(any(lease)),
    nextDue: (of) => of.nextDue(),
  },
  handOvers: {
    byId: (of) => of.byId('h1'),
    begin: (of) =>
      of.begin({
        _id: 'new',
        conversationId: 'c1',
        patientId: 'p1',
        programmeId: 'g1',
        because: 'asked',
        urgent: false,
        at,
        question: 'x',
        assignedTo: null,
      }),
    acknowledge: (of) => of.acknowledge('h1', 'doctor1', at),
    replied: (of) => of.replied('h1', 'doctor1', at),
    close: (of) => of.close('h1', 'doctor1', at),
    asked: (of) => of.asked('h1', at),
    rate: (of) => of.rate('h1', 3, at),
    recalled: (of) => of.recalled('c1', 'x'),
    adopt: (of) => of.adopt('none', 'c1', 'p1'),
    ofConversation: (of) => of.ofConversation('c1', 5),
    between: (of) => of.between('g1', '2026-01-31T00:00:00.000Z', at),
  },
  kfParked: {
    park: (of) => of.park({ _id: 'new', openKfid: 'wk', programmeId: 'g1', row: {}, tries: 5, at, error: 'TypeError' }),
    byId: (of) => of.byId('kp1'),
    ofProgramme: (of) => of.ofProgramme('g1', 20),
    count: (of) => of.count('g1'),
    remove: (of) => of.remove('none'),
  },
  media: {
    byId: (of) => of.byId('f1'),
    byIds: (of) => of.byIds(['f1', 'f2']),
    keep: (of) =>
      of.keep({ _id: 'new', kind: 'image', source: { kind: 'upload', by: 'p1' }, state: 'stored', key: 'k', at }),
    claim: (of) => of.claim(at, 1, 1),
    stored: (of) => of.stored('f1', { contentType: 'image/jpeg', bytes: 1, name: null }),
    ended: (of) => of.ended('f1', 'gone', 'why'),
    later: (of) => of.later('f1', at),
    setWecom: (of) => of.setWecom('f1', null),
    setConversation: (of) => of.setConversation('f1', 'c1'),
    nextDue: (of) => of.nextDue(),
  },
  messages: {
    byId: (of) => of.byId('m1'),
    keep: (of) =>
      of.keep({
        _id: 'new',
        conversationId: 'c1',
        programmeId: 'g1',
        patientId: 'p1',
        at,
        author: { kind: 'system' },
        text: 'x',
        channel: 'kf',
        state: 'received',
      }),
    settle: (of) => of.settle('m1', 'sent', null),
    claimUnsettled: (of) => of.claimUnsettled(1, 1),
    ofPatient: (of) => of.ofPatient('p1', 20),
    ofConversation: async (of) => {
      await of.ofConversation('c1', 20)
      await of.ofConversation('c1', 20, { at, id: 'm1' })
    },
    recall: (of) => of.recall('m1', at),
    choose: (of) => of.choose('m1', 'x'),
    countOfPatientSince: (of) => of.countOfPatientSince('c1', '2026-01-31T00:00:00.000Z'),
    search: async (of) => {
      for (const within of [{}, { programmeIds: ['g1'] }, { conversationIds: ['c1', 'c21'] }])
        for (const before of [undefined, { at, id: 'm1' }]) {
          await of.search('一丁', { ...within, before, limit: 50 })
          await of.search('一丁空腹血糖', { ...within, before, limit: 50 })
        }
    },
    figures: (of) => of.figures('g1', '2026-01-31T00:00:00.000Z', at),
    adopt: (of) => of.adopt('c9', 'c8', 'p8'),
  },
  subscribeCredits: {
    accepted: (of) => of.accepted('p1', 'o1', 't'),
    left: (of) => of.left('p1', 't'),
    reserve: (of) => of.reserve('p1', 't', 'attempt'),
    none: (of) => of.none('o1:t'),
  },
}
