// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QSpinBox>
#include <QTabWidget>
#include <array>

#include "ui/panels/channels_view.h"
#include "ui/panels/text_choice.h"
#include "ui/panels/token_channels_view.h"

class QAction;

namespace bitlathe {

/// The OUTLIERS page: what a text showed in the model, by channel, by token, by attention head and
/// by expert, each on a tab of its own. Text and tokens are chosen here.
class OutliersPage : public QFrame {
    Q_OBJECT
public:
    /// `profile`: the action of the window that profiles.
    OutliersPage(const ActivationSources& sources, QAction& profile, Theme& theme,
                 QWidget* parent = nullptr);

    [[nodiscard]] ChannelsView& channels() { return *channels_; }
    [[nodiscard]] TokenChannelsView& tokens() { return *tokens_; }
    /// The text to profile with.
    [[nodiscard]] TextChoice& text_choice() { return *text_; }
    [[nodiscard]] bool idle() const;
    /// Brings a view to the front by its name; false when there is none of that name.
    bool show_view(const QString& name);
    /// "channels", "token-channels", "attention", "experts"
    [[nodiscard]] static QStringList view_names();
    void set_wheel(WheelMode mode);

private:
    void build(QAction& profile, Theme& theme);
    [[nodiscard]] QWidget* build_source(QAction& profile);
    void build_views(Theme& theme);
    void show_state();

    ActivationSources of_;
    QLabel *remark_ = nullptr, *reason_ = nullptr;
    TextChoice* text_ = nullptr;
    QSpinBox* count_ = nullptr;
    QTabWidget* views_ = nullptr;
    ChannelsView* channels_ = nullptr;
    TokenChannelsView* tokens_ = nullptr;
    std::array<MapView*, 4> all_{};  ///< beside view_names()
};

}  // namespace bitlathe
