/** Words after which a number is glucose. 糖 alone counts unless it is food, an illness or HbA1c. */
export const GLUCOSE =
  /血糖|空腹|餐后|饭后|餐前|饭前|指血|指尖|扎手指|bg(?![a-z])|葡萄糖|glu(?![a-z])|随机糖|(?<![无红冰白木蔗果乳方水块颗粒克吃含代血萄机])糖(?![化尿水果块蛋类精浆分友衣丸葫])/g
/** Moments and verbs that make a number with a decimal a likely glucose value. */
export const LIKELY =
  /测|早餐|午餐|晚餐|早饭|中饭|午饭|晚饭|吃完饭|睡前|起床|凌晨|半夜|夜里|随机|早上|早晨|今早|中午|晚上|昨晚|数值|读数|[高低飙升降]到|显示|结果|最高|最低/g
/** Words after which a number is something else. */
export const OTHER =
  /血压|高压|低压|收缩压|舒张压|心率|心跳|脉搏|体温|发烧|发热|烧到|体重|身高|腰围|bmi|糖化|血红蛋白|a1c|胆固醇|甘油三酯|血脂|[低高]密度|[lh]dl|尿酸|肌酐|尿素|尿糖|尿蛋白|血?[钾钠钙]|血?酮体?|[白红]细胞|血小板|转氨酶|c肽|血氧|胰岛素|诺和|甘精|来得时|德谷|优泌|门冬|赖脯|长秀霖|地特|基础|泵|打(?=了|完|的|胰|针|$)|注射|剂量|双胍|格列|列净|阿卡波糖|拜糖[平苹]|药|吃了|喝了|电话|手机|微信|号码|步|走了|走路|跑|年龄|今年|岁|床|楼|试纸|元|花了|多少钱|价格|身份证|编号|甲状腺|甲功|tsh|结节|肿块|大小|第/g
export const UNIT_MMOL = /^(?:个)?(?:m ?mol(?!\/mol)|毫摩|mml)/
export const UNIT_MG = /^(?:mg\/?dl|毫克.{0,2}分升)/
/** What a number counts when it is not glucose. 个 stands for 「个点」 in speech and is asked for apart. */
export const COUNTED =
  /^(?:点(?!\d)|(?:多|几|来|余|个?半)?个?(?:%|单位|iu|u(?![a-z])|岁|周|年|月|日|号|天|星期|礼拜|小时|钟头|h(?![a-z])|分|秒|刻|步|公|斤|千|万|克|毫|ml|mg|kg|g(?![a-z])|cm|mm(?!ol)|umol|μmol|ummol|微摩|厘米|米|里|度|℃|°|元|块|角|钱|人|位|名|床|楼|室|层|栋|次|回|遍|倍|成|片|粒|颗|支|盒|瓶|条|根|包|袋|针|口|杯|碗|勺|两|瓣|只|型|级|期|组|种|台|部|卡|大卡|千卡|路|线|公里|nmol|pmol|k(?![a-z])))/
/** 「18个」 is said of glucose; 「18个饺子」 is not. */
export const PIECES = /^个(?![点多了怎左正行可要高是算吗呢吧,。;!?、]|$)/
export const BELOW = /(低于|小于|不到|少于|不足|没到|<|≤)(了)?$/
export const ABOVE = /(高于|大于|超过|多于|>|≥)(了)?$/
/** 「降了2.5」 is a difference. */
export const CHANGE = /(降|升|涨|下降|上升|减少|增加|相差|差|波动)(了|着|在)?$/

/** What may stand between a word of glucose and a whole number for the number to be its value. */
export const CONNECTED =
  /^[:=<>≤≥,。;\-—~ 是为有在到了达至高低测出的值只才都已经竟居然大概约今昨天早中晚上午刚又还升飙涨冲破快将近超过于小不足]*(\d+[-—~到至])?$/
/** 「我45了」 is an age. */
export const PERSON_BEFORE = /[我他她您你妈爸]$/
