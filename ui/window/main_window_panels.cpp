// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of the centre and the docks around them.
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/panels/ranking_panel.h"
#include "ui/panels/widgets.h"
#include "ui/plots/channel_error_view.h"
#include "ui/plots/channel_plot.h"
#include "ui/plots/composition_panel.h"
#include "ui/plots/group_error_view.h"
#include "ui/plots/histogram_view.h"
#include "ui/plots/rate_distortion_view.h"
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// More strips need more height, as long as the bars keep enough of it.
void make_room_for_strips(QSplitter& layers, bool more) {
    constexpr int kStrips = 320;
    constexpr int kBars = 225;
    const QList<int> sizes = layers.sizes();
    const int all = sizes.value(0) + sizes.value(1);
    if (!more || sizes.value(0) >= kStrips || all - kStrips < kBars) return;
    layers.setSizes({kStrips, all - kStrips});
}

}  // namespace

void MainWindow::build_centre() {
    pages_ = new QStackedWidget(desk_);
    pages_->setObjectName(u"pages"_s);
    pages_->setFocusPolicy(Qt::ClickFocus);
    empty_ = new EmptyPage(*actions_.open, *actions_.open_sample, pages_);
    auto* layers = new QSplitter(Qt::Vertical);
    layers->setObjectName(u"layersPage"_s);
    layers->setHandleWidth(8);
    layers->setChildrenCollapsible(false);
    depth_ =
        new DepthPanel(session_.plan(), session_.hub(), session_.axis(), session_.activations(),
                       {actions_.measure_skips, actions_.measure_output_errors}, theme_, layers);
    bits_ = new BitsPanel(session_.plan(), session_.hub(), session_.axis(), session_.activations(),
                          theme_, layers);
    layers->setStretchFactor(0, 1);
    layers->setStretchFactor(1, 2);
    layers->setSizes({290, 430});
    connect(&session_.activations(), &ActivationBook::changed, layers, [this, layers] {
        make_room_for_strips(*layers, session_.activations().findings() != nullptr);
    });
    matrix_ = new MatrixPage(session_.plan(), session_.hub(), theme_, pages_);
    connect(matrix_, &MatrixPage::failed, messages_, &MessageBar::show_error);
    connect(matrix_, &MatrixPage::job_started, this, &MainWindow::show_page_job);
    work_ = new QTabWidget(pages_);
    work_->setObjectName(u"workPages"_s);
    work_->setAccessibleName(tr("Pages"));
    work_->setDocumentMode(true);
    work_->addTab(layers, tr("Layers"));
    work_->addTab(matrix_, tr("Matrix"));
    tokens_ =
        new TokensPage(session_.quality(), session_.measurer(), *actions_.measure, theme_, pages_);
    work_->addTab(tokens_, tr("Tokens"));
    try_ = new TryPage(session_.trial(), theme_, pages_);
    work_->addTab(try_, tr("Try", "the page where a prompt is tried"));
    build_outliers();
    connect(work_, &QTabWidget::currentChanged, &autosave_, &Autosave::touch);
    pages_->addWidget(empty_);
    pages_->addWidget(work_);
    // The gap that docks have above them by their grips.
    auto* centre = new QWidget(desk_);
    auto* inset = new QVBoxLayout(centre);
    inset->setContentsMargins(0, 6, 0, 0);
    inset->addWidget(pages_);
    desk_->setCentralWidget(centre);
    centre->show();  // made in a window that is open, it would stay hidden
}

void MainWindow::build_inspector() {
    PlanModel& plan = session_.plan();
    SelectionHub& hub = session_.hub();
    inspector_ = new InspectorPanel(plan, hub, theme_);
    error_places_ = new ErrorPlacesFeed(plan, hub, inspector_);
    error_places_->serve(*inspector_);
    inspector_->add_figure(new HistogramView(plan, hub, *error_places_, theme_, inspector_));
    auto* rates = new RateDistortionView(plan, hub, theme_, inspector_);
    inspector_->add_figure(rates);
    rates->follow(session_.activations());
    connect(rates, &RateDistortionView::edit_begins, &session_.solver(), &PlanSolver::abandon);
    auto* channels = new ChannelErrorView(plan, hub, *error_places_, theme_, inspector_);
    auto* groups = new GroupErrorView(plan, hub, *error_places_, theme_, inspector_);
    const auto look = [this](const MatrixSpot& spot) {
        matrix_->show_spot(spot);
        show_page(u"matrix"_s);
    };
    connect(channels, &ChannelErrorView::spot_chosen, this, look);
    connect(groups, &GroupErrorView::spot_chosen, this, look);
    inspector_->add_figure(channels);
    inspector_->add_figure(groups);
    inspector_->add_figure(new ChannelPlot(plan, hub, session_.activations(), theme_, inspector_));
}

void MainWindow::build_docks(const QByteArray& arrangement) {
    docks_ = new DockLayout(*desk_, remember_, arrangement);
    tensors_ = new TensorPanel(session_.plan(), session_.hub(), theme_);
    docks_->add(u"tensors"_s, tr("Tensors"), tensors_, Qt::LeftDockWidgetArea);
    build_inspector();
    docks_->add(u"inspector"_s, tr("Inspector"), inspector_, Qt::RightDockWidgetArea);
    budget_ = new BudgetPanel(session_.plan(), session_.solver(), theme_);
    budget_->layerwise().follow(session_.activations(), session_.shelf());
    auto* scroll = new QScrollArea;
    put_in_scroll(*scroll, *budget_, u"budgetScroll"_s, tr("Budget"));
    scroll->setMinimumWidth(budget_->minimumSizeHint().width());
    docks_->add(u"budget"_s, tr("Budget"), scroll, Qt::RightDockWidgetArea);
    docks_->add(u"ranking"_s, tr("Ranking"), new RankingPanel(depth_->canvas(), theme_),
                Qt::RightDockWidgetArea);
    build_plan_docks();
    build_quality();
    pareto_ = new ParetoPanel(session_.plan(), session_.solver(), session_.landscape(), theme_);
    docks_->add(u"pareto"_s, tr("Size and error"), pareto_, Qt::BottomDockWidgetArea);
    pareto_->follow(session_.shelf());
    pareto_->follow(session_.quality());
    connect(budget_, &BudgetPanel::size_entered, this,
            [this](std::uint64_t bytes, const QString& text) {
                pareto_->plot().set_limit(bytes, [text] { return tr("fits in %1").arg(text); });
            });
    connect(pareto_, &ParetoPanel::edit_begins, &session_.solver(), &PlanSolver::abandon);
    connect(pareto_, &ParetoPanel::failed, this, [this](const Error& error) {
        messages_->show_error([] { return tr("No plot"); }, error);
    });
    auto* composition = new CompositionPanel(session_.plan(), session_.hub(), theme_);
    docks_->add(u"composition"_s, tr("Composition"), composition, Qt::BottomDockWidgetArea);
    docks_->add(u"jobs"_s, tr("Jobs"), jobs_, Qt::BottomDockWidgetArea);
    jobs_->show();  // it may come from another dock
    build_outlook();
    build_report();
    build_figures();
    follow_slow_work();
    docks_->fill_menu(*actions_.view);
    actions_.view->addSeparator();
    actions_.view->addAction(actions_.reset_layout);
    connect(actions_.reset_layout, &QAction::triggered, docks_, &DockLayout::reset);
}

}  // namespace bitlathe
