"""Hold how other languages say spans and days, in every form that a shopper writes, by language. Pure data.

Seeded from the CLDR, whose forms are for display; inflected ones are added here. Months and days of the week come from
the CLDR itself. `_` stands for a blank. Units are hours, days, business days, weeks, months, years.
"""

from __future__ import annotations

from collections.abc import Mapping

UNITS: Mapping[str, Mapping[str, str]] = {
    "de": {
        "h": "stunde stunden std",
        "d": "tag tage tagen",
        "bd": "werktag werktage werktagen arbeitstage arbeitstagen",
        "w": "woche wochen",
        "m": "monat monate monaten",
        "y": "jahr jahren",
    },
    "nl": {
        "h": "uur uren",
        "d": "dag dagen",
        "bd": "werkdag werkdagen",
        "w": "week weken",
        "m": "maand maanden",
        "y": "jaar",
    },
    "es": {
        "h": "hora horas",
        "d": "día días dia dias",
        "bd": "días_hábiles dias_habiles días_laborables dias_laborables",
        "w": "semana semanas",
        "m": "mes meses",
        "y": "año",
    },
    "pt": {
        "h": "hora horas",
        "d": "dia dias",
        "bd": "dias_úteis dias_uteis",
        "w": "semana semanas",
        "m": "mês mes meses",
        "y": "ano",
    },
    "fr": {
        "h": "heure heures",
        "d": "jour jours",
        "bd": "jours_ouvrés jours_ouvres jours_ouvrables",
        "w": "semaine semaines",
        "m": "mois",
        "y": "an",
    },
    "it": {
        "h": "ora ore",
        "d": "giorno giorni gg",
        "bd": "giorni_lavorativi",
        "w": "settimana settimane",
        "m": "mese mesi",
        "y": "anno",
    },
    "ru": {
        "h": "час часа часов",
        "d": "день дня дней дн сутки суток",
        "bd": "рабочих_дня рабочих_дней",
        "w": "неделя недели недель неделю",
        "m": "месяц месяца месяцев",
        "y": "год",
    },
    "uk": {
        "h": "година години годин",
        "d": "день дні днів дня",
        "bd": "робочих_дні робочих_днів",
        "w": "тиждень тижні тижнів тижня",
        "m": "місяць місяці місяців місяця",
        "y": "рік",
    },
    "pl": {
        "h": "godzina godziny godzin",
        "d": "dzień dzien dni dnia",
        "bd": "dni_roboczych",
        "w": "tydzień tydzien tygodnie tygodni tygodnia",
        "m": "miesiąc miesiac miesiące miesiace miesięcy miesiecy miesiąca",
        "y": "rok",
    },
    "tr": {
        "h": "saat saattir saatten",
        "d": "gün gündür günden gun gundur günlük",
        "bd": "iş_günü is_gunu iş_günüdür",
        "w": "hafta haftadır haftadan haftadir",
        "m": "ay aydır aydan aydir",
        "y": "yıl yıldır",
    },
    "sv": {
        "h": "timme timmar",
        "d": "dag dagar dygn",
        "bd": "arbetsdag arbetsdagar vardagar",
        "w": "vecka veckor",
        "m": "månad månader manader",
        "y": "år",
    },
    "ar": {
        "h": "ساعة ساعات",
        "d": "يوم أيام ايام يوما يوماً",
        "bd": "أيام_عمل ايام_عمل يوم_عمل",
        "w": "أسبوع أسابيع اسبوع اسابيع",
        "m": "شهر أشهر شهور اشهر",
        "y": "سنة",
    },
    "ja": {
        "h": "時間",
        "d": "日間 日前 日経 日も 日以上 日たって 日が経",
        "bd": "営業日",
        "w": "週間",
        "m": "か月 ヶ月 カ月 ヵ月 ケ月",
        "y": "年間",
    },
    "zh": {
        "h": "小时 个小时",
        "d": "天",
        "bd": "个工作日 工作日",
        "w": "周 个星期 星期 个礼拜 礼拜",
        "m": "个月 个多月",
        "y": "年了",
    },
    "ko": {
        "h": "시간",
        "d": "일째 일_동안 일동안 일_전 일전 일이 일간 일_지",
        "bd": "영업일",
        "w": "주째 주일 주_동안 주동안 주_전 주전 주",
        "m": "개월 달째 달",
        "y": "년째",
    },
}

#: Written amounts, `/` between forms of one: 1 to 10, 12, 14, 15, 20, 30, one and a half; see `WORTH`.
AMOUNTS: Mapping[str, str] = {
    "de": (
        "ein/eine/einen/einem/einer,zwei,drei,vier,fünf/fuenf,sechs,sieben,acht,neun,zehn,zwölf,vierzehn,"
        "fünfzehn,zwanzig,dreißig,anderthalb/eineinhalb"
    ),
    "nl": (
        "een/één,twee,drie,vier,vijf,zes,zeven,acht,negen,tien,twaalf,veertien,vijftien,twintig,dertig,"
        "anderhalve/anderhalf"
    ),
    "es": "un/una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,doce,catorce,quince,veinte,treinta,",
    "pt": (
        "um/uma,dois/duas,três/tres,quatro,cinco,seis,sete,oito,nove,dez,doze,catorze/quatorze,quinze,vinte,trinta,"
    ),
    "fr": "un/une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,douze,quatorze,quinze,vingt,trente,",
    "it": ("un/una/uno,due,tre,quattro,cinque,sei,sette,otto,nove,dieci,dodici,quattordici,quindici,venti,trenta,"),
    "ru": (
        "один/одну/одна,два/две/двух,три/трёх/трех,четыре,пять,шесть,семь,восемь,девять,десять,"
        "двенадцать,четырнадцать,пятнадцать,двадцать,тридцать,полтора/полторы"
    ),
    "uk": (
        "один/одну,два/дві/двох,три/трьох,чотири,п'ять,шість,сім,вісім,дев'ять,десять,дванадцять,"
        "чотирнадцять,п'ятнадцять,двадцять,тридцять,півтора"
    ),
    "pl": (
        "jeden/jedną,dwa/dwie/dwóch,trzy/trzech,cztery/czterech,pięć/pieciu/pięciu,sześć/sześciu,"
        "siedem/siedmiu,osiem/ośmiu,dziewięć/dziewięciu,dziesięć/dziesięciu,dwanaście,czternaście,"
        "piętnaście,dwadzieścia,trzydzieści,półtora/półtorej"
    ),
    "tr": ("bir,iki,üç/uc,dört/dort,beş/bes,altı,yedi,sekiz,dokuz,on,on_iki,on_dört,on_beş,yirmi,otuz,bir_buçuk"),
    "sv": "en/ett,två/tva,tre,fyra,fem,sex,sju,åtta,nio,tio,tolv,fjorton,femton,tjugo,trettio,",
    "ar": (
        "واحد,اثنين,ثلاثة/ثلاث,أربعة/اربعة/أربع,خمسة/خمس,ستة/ست,سبعة/سبع,ثمانية/ثماني,تسعة/تسع,عشرة/عشر,"
        "اثني_عشر,أربعة_عشر,خمسة_عشر,عشرين,ثلاثين,"
    ),
    "ja": "一,二,三,四,五,六,七,八,九,十,十二,十四,十五,二十,三十,",
    "zh": "一,两/二,三,四,五,六,七,八,九,十,十二,十四,十五,二十,三十,",
    "ko": "한,두,세,네,다섯,여섯,일곱,여덟,아홉,열,열두,열네,보름,스무,서른,",
}
#: What each entry of `AMOUNTS` is worth.
WORTH = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 14.0, 15.0, 20.0, 30.0, 1.5)

#: Words that are a span by themselves.
SPANS: Mapping[str, Mapping[str, str]] = {
    "ru": {
        "неделю": "7d", "полмесяца": "15d", "сутки": "24h",
    },
    "uk": {
        "тиждень": "7d", "добу": "24h",
    },
    "pl": {
        "tydzień": "7d", "dobę": "24h",
    },
    "ar": {
        "يومين": "2d", "أسبوعين": "14d", "اسبوعين": "14d", "شهرين": "60d", "ساعتين": "2h",
    },
    "ko": {
        "이틀": "2d", "사흘": "3d", "나흘": "4d", "일주일": "7d", "열흘": "10d", "보름": "15d",
        "한_달": "30d",
    },
    "ja": {
        "半月": "15d", "一週間": "7d", "1ヶ月": "30d",
    },
    "zh": {
        "半个月": "15d", "一个月": "30d",
    },
}  # fmt: skip

#: Days counted from today.
RELATIVE: Mapping[str, Mapping[str, int]] = {
    "de": {
        "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2, "letzte_woche": -7,
    },
    "nl": {
        "eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2, "vorige_week": -7,
    },
    "es": {
        "anteayer": -2, "antier": -2, "ayer": -1, "hoy": 0, "pasado_mañana": 2, "la_semana_pasada": -7,
    },
    "pt": {
        "anteontem": -2, "ontem": -1, "hoje": 0, "depois_de_amanhã": 2, "amanhã": 1, "a_semana_passada": -7,
        "semana_passada": -7,
    },
    "fr": {
        "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "après-demain": 2, "demain": 1,
        "la_semaine_dernière": -7,
    },
    "it": {
        "l'altro_ieri": -2, "ieri": -1, "oggi": 0, "dopodomani": 2, "domani": 1, "la_settimana_scorsa": -7,
    },
    "ru": {
        "позавчера": -2, "вчера": -1, "сегодня": 0, "послезавтра": 2, "завтра": 1, "на_прошлой_неделе": -7,
    },
    "uk": {
        "позавчора": -2, "вчора": -1, "учора": -1, "сьогодні": 0, "післязавтра": 2, "завтра": 1,
        "минулого_тижня": -7,
    },
    "pl": {
        "przedwczoraj": -2, "wczoraj": -1, "dzisiaj": 0, "dziś": 0, "pojutrze": 2, "jutro": 1,
        "w_zeszłym_tygodniu": -7,
    },
    "tr": {
        "evvelsi_gün": -2, "dün": -1, "dünden": -1, "bugün": 0, "yarın": 1, "geçen_hafta": -7,
    },
    "sv": {
        "i_förrgår": -2, "igår": -1, "i_går": -1, "idag": 0, "i_dag": 0, "i_övermorgon": 2, "imorgon": 1,
        "i_morgon": 1, "förra_veckan": -7,
    },
    "ar": {
        "أول_أمس": -2, "أمس": -1, "امس": -1, "البارحة": -1, "اليوم": 0, "بعد_غد": 2, "غدا": 1, "غداً": 1,
        "الأسبوع_الماضي": -7,
    },
    "ja": {
        "一昨日": -2, "おととい": -2, "昨日": -1, "きのう": -1, "今日": 0, "明後日": 2, "明日": 1, "先週": -7,
    },
    "zh": {
        "前天": -2, "昨天": -1, "今天": 0, "后天": 2, "明天": 1, "上周": -7, "上个星期": -7,
    },
    "ko": {
        "그저께": -2, "어제": -1, "오늘": 0, "모레": 2, "내일": 1, "지난주": -7,
    },
}  # fmt: skip

#: Forms of the days of the week that the CLDR lacks, Monday first.
WEEKDAYS: Mapping[str, str] = {
    "ru": "понедельника,вторника,среду/среды,четверга,пятницу/пятницы,субботу/субботы,воскресенья",
    "uk": "понеділка,вівторка,середу/середи,четверга,п'ятницю/п'ятниці,суботу/суботи,неділю/неділі",
    "pl": "poniedziałku,wtorku,środę/środy/srode,czwartku,piątku,sobotę/soboty,niedzielę/niedzieli",
    "zh": "周一/礼拜一,周二/礼拜二,周三/礼拜三,周四/礼拜四,周五/礼拜五,周六/礼拜六,周日/礼拜天/星期天",
    "ar": "الإثنين/الاثنين,الثلاثاء,الأربعاء/الاربعاء,الخميس,الجمعة,السبت,الأحد/الاحد",
    "pt": "segunda,terça,quarta,quinta,sexta,sábado,domingo",
}
#: Words before a day that put it ahead, and words of a message that needs it by then.
AHEAD: Mapping[str, str] = {
    "de": "nächsten nächste kommenden kommende bis am_kommenden",
    "nl": "volgende komende",
    "es": "próximo proximo que_viene",
    "pt": "próxima próximo proxima que_vem",
    "fr": "prochain prochaine",
    "it": "prossimo prossima",
    "ru": "следующий следующую следующей",
    "uk": "наступний наступну наступної",
    "pl": "następny następną przyszły przyszłą",
    "tr": "gelecek önümüzdeki",
    "sv": "nästa kommande",
    "ar": "القادم المقبل",
    "ja": "来週 次の",
    "zh": "下周 下个",
    "ko": "다음",
}
NEEDED: Mapping[str, str] = {
    "de": "brauche brauchen benötige hochzeit geburtstag geschenk",
    "nl": "nodig bruiloft verjaardag cadeau",
    "es": "necesito boda cumpleaños regalo",
    "pt": "preciso casamento aniversário presente",
    "fr": "besoin mariage anniversaire cadeau il_me_le_faut",
    "it": "bisogno mi_serve matrimonio compleanno regalo",
    "ru": "нужно нужна нужен свадьба свадьбу рождения подарок",
    "uk": "потрібно потрібна потрібен весілля народження подарунок",
    "pl": "potrzebuję potrzebna ślub urodziny prezent",
    "tr": "lazım ihtiyacım düğün doğum hediye",
    "sv": "behöver bröllop födelsedag present",
    "ar": "أحتاج احتاج زفاف عيد هدية",
    "ja": "必要 結婚式 誕生日 プレゼント",
    "zh": "需要 婚礼 生日 礼物",
    "ko": "필요 결혼식 생일 선물",
}
