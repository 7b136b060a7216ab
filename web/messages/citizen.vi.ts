/** `citizen.en.ts` has the same keys; its type is derived from this object. */
export const citizenVi = {
  demoBanner: 'SỐ LIỆU GIẢ ĐỂ XEM THỬ',
  trial: {
    mark: 'CHẠY THỬ',
    notPublic: ', chưa dùng cho người dân. Cán bộ xem được từng phiếu; sẽ xóa hết.',
  },
  otherLanguage: 'English',

  survey: {
    privacyLine: 'Không ghi tên, số điện thoại, CCCD.',
    privacyMore: 'Xem thêm',
    more: (items: number) => `Muốn nói rõ hơn? Trả lời thêm ${items} câu dưới đây rồi gửi.`,
    optional: 'Không bắt buộc, bỏ qua câu nào cũng được.',
    onlyIf: (question: string, answers: readonly string[]) =>
      `Chỉ trả lời nếu ở câu “${question}” Ông/Bà đã chọn: ${answers.join(', ')}.`,
    notApplicable: 'Không có ý kiến',
    respondentHeading: 'Thông tin thêm về lần làm thủ tục này',
    noAnswer: 'Không trả lời',
    commentHint:
      'Vui lòng không ghi tên, số điện thoại. Khiếu nại, tố cáo xin gửi đơn; phản ánh, kiến nghị cần trả lời xin gửi Cổng Dịch vụ công quốc gia.',
    commentCall: 'Muốn được trả lời, xin gọi số',
    send: 'Gửi phiếu',
    sending: 'Đang gửi…',
    faultTitle: 'Cần xem lại',
    faultHeading: 'Phiếu chưa gửi được',
  },

  /** By fault code; `unknown` is used for any other code. */
  faults: {
    'overall-missing': 'Vui lòng chọn một mức. Các câu khác vẫn còn nguyên.',
    'level-invalid': 'Mức vừa gửi không có trong câu này. Vui lòng chọn lại.',
    'level-repeated': 'Câu này đang chọn hai mức. Vui lòng chọn lại một mức.',
    'question-unknown': 'Phiếu vừa gửi có chỗ không khớp. Vui lòng xem lại rồi gửi lần nữa.',
    'chip-unknown': 'Phiếu vừa gửi có chỗ không khớp. Vui lòng xem lại rồi gửi lần nữa.',
    'option-unknown': 'Mục vừa chọn không có ở đây. Vui lòng chọn lại, hoặc bỏ qua.',
    'comment-too-long': 'Góp ý dài hơn 1.000 ký tự. Vui lòng viết ngắn lại.',
    'token-missing': 'Cần gửi lại phiếu này. Các câu trả lời vẫn còn nguyên. Vui lòng bấm Gửi phiếu lần nữa.',
    'token-forged': 'Cần gửi lại phiếu này. Các câu trả lời vẫn còn nguyên. Vui lòng bấm Gửi phiếu lần nữa.',
    'not-stored':
      'Máy chủ đang bận nên phiếu chưa được nhận. Các câu trả lời vẫn còn nguyên. Vui lòng đợi một phút rồi bấm Gửi phiếu lần nữa: phiếu chỉ được tính một lần.',
    'token-expired':
      'Trang này đã mở quá 7 ngày. Các câu trả lời vẫn còn nguyên. Vui lòng xem lại rồi bấm Gửi phiếu lần nữa.',
    'survey-unknown': 'Phiếu vừa đổi sang bản mới. Vui lòng xem lại các câu rồi bấm Gửi phiếu lần nữa.',
    unknown: 'Có chỗ chưa nhận được. Vui lòng xem lại các câu rồi bấm Gửi phiếu lần nữa.',
  },

  delivery: {
    /** The first of several lines is a heading. */
    waiting:
      'Phiếu đã được giữ trong điện thoại này\nHiện chưa có mạng. Có mạng, phiếu sẽ tự gửi. Ông/Bà có thể cất máy.',
    broken: 'Phiếu đã được giữ trong điện thoại này\nMáy chủ đang bận hoặc gặp lỗi. Phiếu sẽ tự gửi lại.',
    older: 'Trong điện thoại này còn phiếu chưa gửi được. Có mạng, phiếu sẽ tự gửi.',
    sent: 'Phiếu được giữ trong điện thoại này đã gửi xong. Xin cảm ơn Ông/Bà!',
    refused:
      'Phiếu được giữ trong điện thoại này đã quá hạn hoặc còn thiếu câu đầu, nên không gửi được và đã xóa.',
    elsewhere: 'Phiếu này đã được gửi hoặc đã được xóa ở trang khác.',
    deleted: 'Đã xóa phiếu.',
    unkept:
      'Chưa gửi được, và điện thoại này không giữ được phiếu. Vui lòng đừng đóng trang, ít phút sau bấm Gửi phiếu lần nữa.',
    incomplete: 'Chưa gửi được. Vui lòng chọn một mức ở câu đầu tiên rồi bấm Gửi phiếu lần nữa.',
    resend: 'Gửi lại ngay',
    advice: 'Ông/Bà nên mở lại trang này khi có mạng. Phiếu giữ nhiều nhất 7 ngày.',
    delete: 'Xóa phiếu này, không gửi nữa',
    deleteQuestion: 'Xóa rồi không lấy lại được. Ông/Bà vẫn muốn xóa?',
    deleteNow: 'Xóa phiếu',
  },

  thanks: {
    title: 'Đã nhận phiếu',
    thankYou: 'Xin cảm ơn Ông/Bà!',
    mayClose: 'Ông/Bà có thể đóng trang này.',
    improvements: 'Việc đã sửa theo góp ý',
    next: 'Phiếu được cộng vào kết quả chung khi đủ phiếu, để không ai đoán được phiếu của ai.',
    results: 'Xem kết quả chung',
    petition:
      'Phản ánh, kiến nghị cần được trả lời: Cổng Dịch vụ công quốc gia, mục Phản ánh kiến nghị. Khiếu nại, tố cáo: gửi đơn đến cơ quan có thẩm quyền.',
    nothingSent: 'Chưa thấy phiếu nào vừa gửi',
    nothingSentAdvice: 'Trang này chỉ hiện sau khi gửi phiếu. Vui lòng mở phiếu, trả lời rồi bấm Gửi phiếu.',
    open: 'Mở phiếu',
  },

  closed: {
    title: 'Quầy tạm dừng nhận phiếu',
    heading: 'Quầy này đang tạm dừng nhận phiếu',
    others: 'Ông/Bà có thể dùng phiếu của quầy khác:',
    successor: 'Mời Ông/Bà dùng phiếu của quầy:',
    mergedTitle: 'Quầy đã gộp vào quầy khác',
    mergedHeading: 'Quầy này đã gộp vào quầy khác',
    mergedSuccessor: 'Việc của quầy này nay làm ở quầy dưới đây. Mời Ông/Bà mở phiếu của quầy đó:',
    none: 'Hiện chưa có quầy khác nhận phiếu. Ông/Bà có thể hỏi tại nơi làm thủ tục.',
  },

  unknownCounter: {
    title: 'Không có quầy ở địa chỉ này',
    heading: 'Không có quầy nào ở địa chỉ này',
    typed: (code: string) => `Mã vừa mở: ${code}`,
    advice: 'Vui lòng xem lại mã in trên bảng mã QR hoặc hỏi tại nơi làm thủ tục.',
  },

  front: {
    title: 'Khảo sát mức độ hài lòng',
    heading: 'Ông/Bà vừa làm thủ tục ở đâu?',
    noneOpen: 'Hiện chưa có quầy nào nhận phiếu',
    codeLabel: 'Gõ mã in dưới mã QR',
    codeHint: 'Tại quầy: 5 chữ và số. Phiếu phát tay: 12.',
    promise: 'Không hỏi tên, số điện thoại, CCCD. Chưa đến 1 phút.',
    open: 'Mở phiếu',
    faultTitle: 'Cần xem lại',
    faults: {
      unknown:
        'Không có quầy nào có mã này. Vui lòng xem lại mã in trên bảng mã QR hoặc hỏi tại nơi làm thủ tục.',
      malformed: 'Mã tại quầy có đúng 5 chữ và số, mã trên phiếu phát tay có 12. Vui lòng xem lại.',
      marks: 'Mã không có dấu. Vui lòng tắt bộ gõ tiếng Việt rồi gõ lại.',
      slip: 'Mã trên phiếu phát tay gõ chưa đúng. Vui lòng xem lại từng nhóm 4 chữ và số; trong mã không có chữ i, l, o và số 0, 1.',
    },
    staff: 'Cán bộ đăng nhập',
  },

  nav: { label: 'Trang khác', home: 'Trang chủ', results: 'Kết quả', privacy: 'Bảo vệ thông tin cá nhân' },

  privacy: {
    title: 'Bảo vệ thông tin cá nhân',
    heading: 'Phiếu này ghi gì và không ghi gì',
    whoHeading: 'Ai hỏi, để làm gì',
    who: (unit: string) =>
      `${unit} hỏi ý kiến người dân, tổ chức vừa làm thủ tục để biết chỗ nào tốt, chỗ nào phải sửa. Kết quả chung được công khai và báo cáo cấp trên.`,
    voluntaryHeading: 'Không bắt buộc trả lời',
    voluntary:
      'Ông/Bà có thể không trả lời, hoặc chỉ trả lời câu đầu. Trả lời thế nào cũng không ảnh hưởng đến hồ sơ. Không ai được phép yêu cầu Ông/Bà chọn mức này hay mức khác.',
    notKeptHeading: 'Không ghi',
    notKept: [
      'Tên, số điện thoại, số CCCD, địa chỉ, mã hồ sơ.',
      'Địa chỉ mạng (IP), vị trí, loại máy, kể cả trong nhật ký máy chủ.',
      'Giờ gửi phiếu. Phiếu chỉ có ngày, không có số thứ tự.',
    ],
    keptHeading: 'Có ghi, và giữ bao lâu',
    kept: [
      'Các mức, lý do và ô Ông/Bà chọn, cùng ngày, quầy và cách gửi (mã QR, đường dẫn…): giữ lâu dài để so sánh các kỳ.',
      'Cá nhân hay tổ chức, việc gì (nếu Ông/Bà chọn): chỉ cộng vào tổng số, không gắn với phiếu của Ông/Bà.',
      'Để phát hiện một nơi gửi liền nhiều phiếu giống nhau, máy chủ nhớ tạm một mã của đường mạng, nhiều nhất một ngày, không lưu lại.',
      'Phiếu phát tay: chỉ ghi là mã đã dùng, không ghi ngày.',
      'Để một phiếu không bị đếm hai lần, máy chủ giữ một mã ngẫu nhiên của phiếu trong 8 ngày.',
    ],
    keptComment: (months: number) =>
      `Góp ý (nếu Ông/Bà viết): lưu tách khỏi phiếu, chỉ ghi tuần và quầy. Số điện thoại và số CCCD được che trước khi lưu. Góp ý được xóa sau ${months} tháng; bản sao lưu cũ còn giữ thêm một thời gian.`,
    phoneHeading: 'Trong điện thoại của Ông/Bà',
    phone: [
      'Sau khi gửi, điện thoại giữ một mẩu ghi nhớ nhỏ (cookie hl_d) đến hết ngày để biết đã gửi mấy phiếu, không có câu trả lời.',
      'Nếu mất mạng, phiếu được giữ trong điện thoại nhiều nhất 7 ngày, có mạng sẽ tự gửi. Có thể xóa trước khi gửi.',
    ],
    seenHeading: 'Ai xem được gì',
    seen: [
      'Ai cũng xem được kết quả chung. Số liệu mỗi quầy gộp đủ 5 phiếu mới hiện, để không ai đoán được phiếu của ai.',
      'Góp ý chỉ cán bộ của quầy đó, lãnh đạo và người giám sát đọc được, sớm nhất từ hôm sau. Góp ý không gửi đi nơi khác.',
    ],
    takeBackHeading: 'Xem, sửa hoặc rút lại phiếu',
    takeBack: 'Gửi rồi thì không xem, sửa hoặc xóa được, vì không ai biết phiếu nào là của Ông/Bà.',
    contactHeading: 'Cần hỏi thêm',
    contactCall: (unit: string) => `Vui lòng gọi ${unit}, số`,
    contactVisit: (unit: string) => `Vui lòng hỏi tại nơi tiếp nhận hồ sơ của ${unit}.`,
    petition:
      'Phản ánh, kiến nghị cần trả lời xin gửi Cổng Dịch vụ công quốc gia; khiếu nại, tố cáo xin gửi đơn.',
    law: (acts: string, checkedOn: string) => `Theo ${acts} (rà soát ngày ${checkedOn}).`,
  },

  error: {
    title: 'Không mở được trang',
    /** By HTTP status; `other` is used for any other status. */
    byStatus: {
      400: ['Chưa mở được trang này', 'Vui lòng quay lại trang trước và thử lần nữa.'],
      401: ['Vui lòng đăng nhập', 'Trang này dành cho cán bộ đã đăng nhập.'],
      403: ['Không được phép mở trang này', 'Tài khoản đang dùng không có quyền ở trang này.'],
      404: ['Không có trang này', 'Vui lòng xem lại địa chỉ, hoặc mở trang chủ.'],
      405: ['Không mở được trang này theo cách đó', 'Vui lòng mở lại từ trang chủ.'],
      422: ['Nội dung gửi lên chưa đúng', 'Vui lòng quay lại trang trước, sửa rồi gửi lần nữa.'],
      429: ['Quá nhiều lần trong thời gian ngắn', 'Vui lòng chờ ít phút rồi thử lại.'],
      413: ['Nội dung gửi lên quá dài', 'Vui lòng quay lại và viết ngắn hơn.'],
      415: ['Chưa nhận được nội dung này', 'Vui lòng quay lại trang trước và thử lần nữa.'],
      421: [
        'Địa chỉ này không đúng địa chỉ khảo sát',
        'Vui lòng kiểm tra lại địa chỉ in trên bảng mã QR. Nếu khác, vui lòng báo cho đơn vị.',
      ],
      500: [
        'Máy chủ gặp lỗi',
        'Lỗi không phải do Ông/Bà. Nếu vừa bấm Gửi phiếu, vui lòng quay lại và bấm lần nữa: phiếu chỉ được tính một lần.',
      ],
      'foreign-form': [
        'Biểu mẫu này gửi từ một trang khác',
        'Vui lòng mở lại trang ở đúng địa chỉ của đơn vị rồi gửi lần nữa.',
      ],
      'trial-over': [
        'Đã hết hạn chạy thử',
        'Phiếu khảo sát tạm đóng cho đến khi đơn vị bắt đầu chính thức. Đề nghị người quản trị mở trang Bắt đầu chính thức.',
      ],
      503: [
        'Máy chủ đang bận',
        'Vui lòng thử lại sau ít phút. Nếu vừa bấm Gửi phiếu, vui lòng quay lại và bấm lần nữa: phiếu chỉ được tính một lần.',
      ],
      other: ['Không mở được trang này', 'Vui lòng thử lại sau ít phút, hoặc mở trang chủ.'],
    } as Readonly<Record<string, readonly [heading: string, advice: string]>> & {
      readonly other: readonly [heading: string, advice: string];
    },
    home: 'Về trang chủ',
    errorId: 'Mã lỗi để báo cho người quản trị:',
    signIn: 'Đăng nhập',
  },

  slip: {
    used: {
      title: 'Mã đã được dùng',
      heading: 'Mã trên phiếu phát tay này đã được dùng',
      lead: 'Mỗi mã chỉ gửi được một lần. Nếu chính Ông/Bà đã gửi thì phiếu đã được nhận. Xin cảm ơn Ông/Bà!',
      other:
        'Nếu Ông/Bà chưa gửi lần nào, vui lòng hỏi người phát phiếu để lấy phiếu khác, hoặc quét mã QR tại quầy.',
    },
    expired: {
      title: 'Phiếu phát tay đã hết hạn',
      heading: 'Phiếu phát tay này đã hết hạn',
      lead: (day: string) => `Phiếu dùng được đến hết ngày ${day}.`,
      other: 'Ông/Bà vẫn có thể trả lời: quét mã QR tại quầy, hoặc hỏi lấy phiếu khác.',
    },
    unknown: {
      title: 'Không có phiếu mang mã này',
      heading: 'Không có phiếu phát tay nào mang mã này',
      typed: (code: string) => `Mã vừa mở: ${code}`,
      lead: 'Vui lòng xem lại mã 12 chữ và số in trên phiếu, hoặc quét mã QR tại quầy.',
    },
    choose: {
      title: 'Chọn quầy',
      heading: 'Ông/Bà vừa làm việc ở quầy nào?',
      lead: 'Chọn quầy để mở phiếu.',
      none: 'Hiện chưa có quầy nào nhận phiếu. Ông/Bà có thể hỏi tại nơi làm thủ tục.',
    },
  },
};

export type CitizenMessages = typeof citizenVi;
